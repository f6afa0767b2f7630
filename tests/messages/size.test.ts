import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'

/** All that a reader of English downloads besides the texts: in a bundle, minified. */
const RUNTIME = `
export { number, plural, select } from '@messageformat/runtime'
export { en } from '@messageformat/runtime/lib/plurals'
export * from '/src/messages/language'
export * from '/src/messages/intl'
export * from '/src/messages/message'
export * from '/src/messages/tagged'
`

test('the runtime is at most 2 kB, compressed', async () => {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:runtime' ? id : null),
        load: (id) => (id === 'virtual:runtime' ? RUNTIME : null),
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: 'virtual:runtime', preserveEntrySignatures: 'strict' },
    },
  })) as Rollup.RollupOutput
  const code = output.map((file) => ('code' in file && file.isEntry ? file.code : '')).join('')
  expect(code).toContain('NumberFormat')
  expect(code).toContain('ListFormat')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(2000)
})
