import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/**
 * `npm run schemas`: generates the schemas and the data package of geodata/ from the schema in the
 * code.
 */
const { module } = await runnerImport(fileURLToPath(new URL('schemaFiles.ts', import.meta.url)))
mkdirSync(new URL('../geodata/schema/', import.meta.url), { recursive: true })
for (const [path, text] of module.schemaFiles()) {
  writeFileSync(new URL(`../geodata/${path}`, import.meta.url), text)
  console.log(`geodata/${path}`)
}
