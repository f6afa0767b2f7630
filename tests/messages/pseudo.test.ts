import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { pseudo } from '../../scripts/messages/pseudo.mjs'
import { readMessage } from '../../scripts/messages/read.mjs'
import { messages } from '../../scripts/messages.mjs'

const TEXTS = [
  'Reports',
  '{n, plural, =0 {none} one {# report} other {# reports}} in {place} for <a>all {n, number} of it</a>',
  "it's '{'x'}' {n, plural, offset:1 one {'#'#} other {{a, select, x {#} other {}}}}",
  '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} # < 5',
]

test.each(TEXTS)('parameters, cases and tags stay: %s', (text) => {
  expect(readMessage(pseudo(text), 'en')).toEqual(readMessage(text, 'en'))
})

test('every word is accented and longer, in brackets', () => {
  const text = pseudo('Reports of the week')
  expect(text).toMatch(/^⟦Ŕéépööŕţš ööf ţĥéé ŵééééķ.*⟧$/)
  expect(text.length).toBeGreaterThanOrEqual(1.4 * 'Reports of the week'.length)
})

/** Builds the catalogue as it is, with one part and all that loads languages. */
async function buildCatalogue(withPseudo: boolean) {
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(`${cache}build-`)
  onTestFinished(() => rmSync(outDir, { recursive: true }))
  const source = fileURLToPath(new URL('built.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [messages({ withPseudo })],
    publicDir: false,
    build: { outDir, target: 'es2023', lib: { entry: source, formats: ['es'], fileName: 'built' } },
  })
  const read = (file: string) => readFileSync(join(outDir, file), 'utf8')
  const built: typeof import('./built') = await import(/* @vite-ignore */ join(outDir, 'built.js'))
  return { built, entry: read('built.js'), code: readdirSync(outDir).map(read).join('\n') }
}

test('a test build has it, in files of its own', async () => {
  const { built, entry } = await buildCatalogue(true)
  expect(built.LANGUAGES).toContain('zz')
  expect(entry).not.toContain('⟦')
  expect(built.panel.colours({ choice: 'light' })).toBe('Colours: light')
  await built.loadLanguage('zz')
  expect(built.panel.colours({ choice: 'light' })).toMatch(/^⟦Çööļööûûŕš: ļîîğĥţ.*⟧$/)
})

test('another build has not', async () => {
  const { built, code } = await buildCatalogue(false)
  expect(built.LANGUAGES).not.toContain('zz')
  expect(code).not.toContain('⟦')
  await expect(built.loadLanguage('zz')).rejects.toThrow('no language "zz"')
})
