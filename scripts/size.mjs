import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/**
 * Fails when more script than the budget must load before list, timeline and counts appear: the
 * entry of the built page and all its static imports. MapLibre is loaded later, by dynamic import.
 */
const BUDGET = 90_000
const dist = new URL('../dist/', import.meta.url)

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const initial = new Set()
const follow = (key) => {
  if (initial.has(key)) return
  initial.add(key)
  for (const imported of manifest[key].imports ?? []) follow(imported)
}
follow('index.html')

let total = 0
for (const { file } of [...initial].map((key) => manifest[key])) {
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
  total += size
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(
  `${(total / 1000).toFixed(1).padStart(7)} kB  of script, gzip, before the map's (at most ${BUDGET / 1000})`,
)
if (total > BUDGET) {
  console.error('Too much: load what the first view does not need by a dynamic import.')
  process.exit(1)
}
