import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What the built site need not keep: what search engines and other programs read. */
const LEFT_OUT = /\.map$|^data\/(schema\/|basemap\/|datapackage|contactline\.geojson)/

/** The service worker of a site with these files, each with its content. */
export function serviceWorker(files: ReadonlyMap<string, string | Uint8Array>): string {
  const kept = [...files]
    .filter(([name]) => !LEFT_OUT.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256')
  for (const [name, content] of kept) hash.update(`${name}\n`).update(content)
  const names = ['./', ...kept.map(([name]) => name)]
  return readFileSync(new URL('serviceWorker.js', import.meta.url), 'utf8')
    .replace('%VERSION%', hash.digest('hex').slice(0, 12))
    .replace('%FILES%', JSON.stringify(names))
}

/** The web app manifest of a dataset: what it is called once it is installed. */
export function webManifest(geodata: string): string {
  const { shortTitle, title } = JSON.parse(readFileSync(`${geodata}dataset.json`, 'utf8'))
  return JSON.stringify({
    name: title,
    short_name: shortTitle,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  })
}
