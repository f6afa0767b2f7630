import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { compileMessages } from '../../scripts/messages.mjs'

/** Inside the repository, so that compiled modules find the packages that they import. */
const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url))

type Catalogue = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Functions = Readonly<Record<string, (values?: object) => unknown>>

/** Compiles a catalogue, written as `{ 'en/panel': { key: text } }`, in a folder of its own. */
export function compile(catalogue: Catalogue) {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(`${CACHE}messages-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const from = join(folder, 'from')
  for (const [path, texts] of Object.entries(catalogue)) {
    const file = join(from, `${path}.json`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(texts))
  }
  const to = join(folder, 'to')
  const again = () => compileMessages({ from, to })
  again()
  return {
    from,
    to,
    again,
    load: async (path: string): Promise<Functions> =>
      (await import(/* @vite-ignore */ join(to, `${path}.js`))).texts,
  }
}

/** The functions of a few English texts. */
export async function compileTexts(texts: Readonly<Record<string, string>>): Promise<Functions> {
  return compile({ 'en/part': texts }).load('en/part')
}
