import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// `npm run bench` runs all of them, `npm run bench -- slice` the one named (tests/bench/run.ts).
const { module } = await runnerImport(
  fileURLToPath(new URL('../tests/bench/run.ts', import.meta.url)),
)
await module.run(process.argv.slice(2))
