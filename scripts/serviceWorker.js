/**
 * Keeps a built site in the browser, whole and of one version, so that it opens without a network.
 * The build fills in its version and its files (scripts/offline.ts).
 */
const VERSION = '%VERSION%'
/** @type {readonly string[]} */
const FILES = JSON.parse('%FILES%')
/** Other versions of this site in this browser have caches of the same name up to the version. */
const PREFIX = `contactline ${self.registration.scope} `
const addresses = new Set(FILES.map((name) => new URL(name, self.registration.scope).href))

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(PREFIX + VERSION)
    await cache.addAll(FILES.map((name) => new Request(name, { cache: 'no-cache' })))
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
    await Promise.all(
      old.filter((name) => name !== PREFIX + VERSION).map((name) => caches.delete(name)),
    )
  }
  event.waitUntil(tidy())
})

// The reader asks for the new version; until then the old one stays, whole.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = request.url.replace(/[?#].*/, '')
  if (request.method !== 'GET' || request.headers.has('range') || !addresses.has(address)) return
  event.respondWith(answer(request, address))
})

/**
 * Records can be replaced on a host without a build, and are asked for there first.
 * @param {Request} request
 * @param {string} address
 */
async function answer(request, address) {
  const cache = await caches.open(PREFIX + VERSION)
  const kept = await cache.match(address)
  if (kept && !address.includes('/data/')) return kept
  return fetch(request).catch((error) => kept ?? Promise.reject(error))
}
