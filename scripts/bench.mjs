import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/**
 * `npm run bench` measures everything, `npm run bench -- slice` one part (tests/bench/run.ts). The
 * code is bundled like the site's: imports through a development server would take time.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = `${root}node_modules/.cache/bench`
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: { ssr: 'tests/bench/run.ts', outDir, emptyOutDir: true, minify: false, target: 'node20' },
})
const { run } = await import(pathToFileURL(`${outDir}/run.js`).href)
await run(process.argv.slice(2))
rmSync(outDir, { recursive: true })
