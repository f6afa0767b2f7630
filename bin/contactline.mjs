#!/usr/bin/env node
import { existsSync } from 'node:fs'

/** `npx contactline`: committed, so that npm finds it before the command itself is built. */
const built = new URL('../dist-cli/contactline.mjs', import.meta.url)

if (existsSync(built)) {
  await import(built.href)
} else {
  console.error('The command is not built: run "npm run build:cli" in the folder of Contactline.')
  process.exitCode = 3
}
