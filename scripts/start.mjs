import { build } from 'vite'

/** `npm start`: builds the site and serves it, in one process, so that one signal stops everything. */
try {
  await build({ logLevel: 'warn' })
} catch (error) {
  console.error(`Contactline could not be built. ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
await import('./serve.mjs')
