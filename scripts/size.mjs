import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/**
 * Fails when script, styles, fonts and geometry of the first view, until its map is idle, take more
 * than the budget: what the head of the built page names, and what these load. Records are printed
 * beside, since they may grow. Another dataset may have more geometry.
 */
const BUDGET = 690_000
const LOADED_LATER =
  /^(create.*\.css|(maplibre-gl-worker|inter-latin(?!-ext)|source-serif).*\.(js|woff2))$/
const dist = new URL('../dist/', import.meta.url)

const page = readFileSync(new URL('index.html', dist), 'utf8')
const named = [...page.matchAll(/<(?:script|link)\b[^>]* (?:src|href)="\.\/([^"]+)"/g)]
const assets = readdirSync(new URL('assets/', dist)).filter((name) => LOADED_LATER.test(name))
const names = [...named.map(([, name]) => name), ...assets.map((name) => `assets/${name}`)]

const kilobytes = (size) => `${(size / 1000).toFixed(1).padStart(7)} kB`
const sizeOf = (name) => gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length
const print = (name) => {
  const size = sizeOf(name)
  console.log(`${kilobytes(size)}  ${name}`)
  return size
}
const isRecords = (name) => name.endsWith('.csv')
const sum = (sizes) => sizes.reduce((total, size) => total + size, 0)

const total = sum(names.filter((name) => !isRecords(name)).map(print))
console.log(`${kilobytes(total)}  gzip -9, of at most ${BUDGET / 1000}; beside it the records:`)
console.log(`${kilobytes(sum(names.filter(isRecords).map(print)))}  of records`)
if (total > BUDGET && !process.env.CONTACTLINE_DATA) {
  console.error('The first view is too large: load what it does not need by a dynamic import.')
  process.exit(1)
}
