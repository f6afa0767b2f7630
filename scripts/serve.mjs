import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Serves a built site on loopback: `node scripts/serve.mjs [--site FOLDER] [--under FOLDER]`, dist/ by default.
 * Prints the address once it answers. PORT picks the port (0: any); one that is taken gives way to the next.
 */
const ROOT = resolve(option('--site') ?? fileURLToPath(new URL('../dist', import.meta.url)))
const USUAL_PORT = 4173
const PORTS_TRIED = 20
const PARENT_CHECK_MS = 250
/** Both, because `localhost` means one or the other depending on the machine. */
const LOOPBACK = ['127.0.0.1', '::1']

const MIME_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pbf': 'application/x-protobuf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * What the page may do, so that a mistake which reaches for another origin or an inline script shows at
 * once. The online base maps of config.json are there to be chosen, so their hosts may be asked.
 */
function headers(baseMapOrigins) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...baseMapOrigins].join(' '),
    ["img-src 'self' data: blob:", ...baseMapOrigins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}

/** Where the base maps of config.json come from; none when it cannot be read, which the page tells by itself. */
async function baseMapOrigins() {
  try {
    const { bases } = JSON.parse(await readFile(join(ROOT, 'config.json'), 'utf8'))
    return [...new Set(bases.map(({ style }) => new URL(style).origin))]
  } catch {
    return []
  }
}

const HEADERS = headers(await baseMapOrigins())
const folder = option('--under')
const under = folder ? `/${folder}/` : '/'

/** The value after a name on the command line. */
function option(name) {
  return process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
}

/** @type {import('node:http').RequestListener} */
async function answer(request, response) {
  const finish = (status, headers = {}) =>
    response.writeHead(status, { ...HEADERS, ...headers }).end()
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return finish(405, { Allow: 'GET, HEAD' })
  const found = await find(request.url ?? '/')
  if (!found) return finish(404)
  const type = MIME_TYPES[extname(found.file)] ?? 'application/octet-stream'
  const headers = { 'Content-Type': type, 'Content-Length': found.size }
  if (request.method === 'HEAD') return finish(200, headers)
  response.writeHead(200, { ...HEADERS, ...headers })
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** The file an address stands for, or null. The URL class has resolved every `..` it can see; encoded ones are refused. */
async function find(url) {
  let path
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return null
  }
  if (!path.startsWith(under) || /[\\\0]|\/\.\.?(\/|$)/.test(path)) return null
  const file = join(ROOT, path.slice(under.length), path.endsWith('/') ? 'index.html' : '')
  const info = await stat(file).catch(() => null)
  return info?.isFile() ? { file, size: info.size } : null
}

/** Listens on every loopback address the machine has; null when the port is taken on one of them. */
async function listen(port) {
  const servers = []
  for (const host of LOOPBACK) {
    const server = createServer(answer)
    const error = await new Promise((resolve) => {
      server.once('error', resolve).listen(port, host, () => resolve(null))
    })
    if (error === null) {
      servers.push(server)
      port = server.address().port
    } else if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
      for (const opened of servers) opened.close()
      return null
    } else if (host === LOOPBACK[0]) throw error
  }
  return { port, servers }
}

async function start() {
  const wanted = Number(process.env.PORT || USUAL_PORT)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Error(`PORT is "${process.env.PORT}", which is not a port number (0 to 65535).`)
  }
  if (!(await stat(join(ROOT, 'index.html')).catch(() => null))) {
    throw new Error(`There is no built site in ${ROOT}: run "npm run build" first.`)
  }
  let site = null
  for (let port = wanted; site === null && port < wanted + PORTS_TRIED && port <= 65535; port++) {
    site = await listen(port)
  }
  if (site === null) {
    throw new Error(
      `Ports ${wanted} and up are all taken: set PORT to a free one, or to 0 for any.`,
    )
  }
  const address = `http://localhost:${site.port}${under}`
  const { status } = await fetch(address, { method: 'HEAD' })
  if (status !== 200) throw new Error(`The site at ${address} answers ${status}.`)
  console.log(address)

  const stop = () => {
    for (const server of site.servers) {
      server.close()
      server.closeAllConnections()
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  // The shell that npm puts in between does not pass a signal on: end when it has ended.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid === parent || stop(), PARENT_CHECK_MS).unref()
  }
}

start().catch((error) => {
  console.error(`Contactline could not be served. ${error.message}`)
  process.exit(1)
})
