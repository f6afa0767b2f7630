import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'
import { fonts } from './scripts/fonts.mjs'
import { messages } from './scripts/messages.mjs'

/** The dataset of the site: geodata/, or the folder that CONTACTLINE_DATA names. */
const GEODATA = `${resolve(import.meta.dirname, process.env.CONTACTLINE_DATA ?? 'geodata')}/`
/** How files are read is the same for every dataset. */
const FORMATS = 'FORMATS.md'
/** The oldest browsers that the site works in. README names them. */
const BROWSERS = ['chrome120', 'firefox121', 'safari17']
/** Scripts in the rooms and packages: not those that start a page. */
const SHARED = /[\\/](src[\\/]\w+|node_modules)[\\/].*\.(m?js|tsx?)$/
const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  json: 'application/json',
  md: 'text/markdown',
}

/** The files of the dataset that belong to the site, as far as it has them. */
function shippedFiles(): string[] {
  const basemap = filesIn('basemap').filter((name) => name.endsWith('.geojson'))
  const schemas = filesIn('schema').filter((name) => name.endsWith('.json'))
  const files = [
    'incidents.csv',
    'sources.csv',
    'places.csv',
    'dataset.json',
    'README.md',
    FORMATS,
    'versions.json',
    'districts.geojson',
    'datapackage.json',
    ...schemas.map((name) => `schema/${name}`),
    ...basemap.map((name) => `basemap/${name}`),
  ]
  return files.filter((name) => existsSync(pathOf(name)))
}

function pathOf(name: string): string {
  return name === FORMATS ? `${import.meta.dirname}/geodata/${FORMATS}` : GEODATA + name
}

function filesIn(folder: string): string[] {
  return existsSync(GEODATA + folder) ? readdirSync(GEODATA + folder) : []
}

function contentType(name: string): string | undefined {
  const type = MIME_TYPES[name.split('.').at(-1) ?? '']
  return type && `${type}; charset=utf-8`
}

type Warn = (message: string) => void

/** Files that are made from the dataset at every build. */
const MADE_FILES: Readonly<Record<string, (warn: Warn) => Promise<string>>> = {
  // All reports joined.
  async 'contactline.geojson'() {
    const script = await load<typeof import('./scripts/allReports')>('scripts/allReports.ts')
    return script.allReports(GEODATA)
  },
  // What the page draws of districts and base map.
  async 'geometry.json'(warn) {
    const script = await load<typeof import('./scripts/geometryFile')>('scripts/geometryFile.ts')
    return script.geometryFile(GEODATA, warn)
  },
}

/** A script in TypeScript, loaded on demand: what a configuration imports itself must name file extensions. */
async function load<T>(script: string): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  return (await runnerImport<T>(path)).module
}

/**
 * Puts the dataset at `data/`, in development and in the build alike, under names that stay the same
 * from build to build: they are linked to, and records can be replaced on a host without a build.
 */
function shipGeodata(): Plugin {
  return {
    name: 'contactline:geodata',
    async transformIndexHtml(html) {
      const script = await load<typeof import('./scripts/fillPage')>('scripts/fillPage.ts')
      return script.fillPage(html, GEODATA)
    },
    configureServer({ middlewares, config }) {
      const warn = (message: string) => config.logger.warn(message)
      middlewares.use('/data/', async (request, response) => {
        const name = request.url?.split('?')[0]?.slice(1) ?? ''
        const make = Object.hasOwn(MADE_FILES, name) && MADE_FILES[name]
        if (!make && !shippedFiles().includes(name)) {
          response.statusCode = 404
          response.end()
          return
        }
        response.setHeader('Content-Type', contentType(name) ?? 'text/plain; charset=utf-8')
        response.end(make ? await make(warn) : readFileSync(pathOf(name)))
      })
    },
    async generateBundle() {
      for (const name of shippedFiles()) {
        const source = readFileSync(pathOf(name))
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source })
      }
      for (const [name, make] of Object.entries(MADE_FILES)) {
        const source = await make((message) => this.warn(message))
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source })
      }
    },
  }
}

/** Requests what the first view needs in the head of the page. */
function preloadFirstView(): Plugin {
  return {
    name: 'contactline:preloads',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path, bundle }) {
        if (path !== '/index.html') return []
        const script = await load<typeof import('./scripts/preloads')>('scripts/preloads.ts')
        return script.preloadTags(html, bundle)
      },
    },
  }
}

/** What makes the built site open without a network, and lets a browser install it. */
function offline(): Plugin {
  return {
    name: 'contactline:offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const script = await load<typeof import('./scripts/offline')>('scripts/offline.ts')
        const source = script.webManifest(GEODATA)
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source })
        const built = Object.values(bundle).map((file) => {
          return [file.fileName, file.type === 'chunk' ? file.code : file.source] as const
        })
        const copied = readdirSync(`${import.meta.dirname}/public`).map((name) => {
          return [name, readFileSync(`${import.meta.dirname}/public/${name}`)] as const
        })
        const worker = script.serviceWorker(new Map([...built, ...copied]))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker })
      },
    },
  }
}

/** The policy in the built pages themselves: a plain host sends no headers. */
function pagePolicy(): Plugin {
  return {
    name: 'contactline:policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy() },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** The headers of the served build; what the page may do is as little as it needs, so that mistakes show at once. */
function previewHeaders(): Plugin {
  return {
    name: 'contactline:headers',
    configurePreviewServer({ middlewares }) {
      const policy = contentSecurityPolicy()
      middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', policy)
        response.setHeader('X-Content-Type-Options', 'nosniff')
        response.setHeader('Referrer-Policy', 'no-referrer')
        response.setHeader('Accept-Ranges', 'bytes')
        // Vite names no charset.
        const type = contentType(request.url?.split('?')[0] ?? '')
        if (type) response.setHeader('Content-Type', type)
        next()
      })
    },
  }
}

/** No other origin, no inline script; but the online base maps of config.json may be chosen. */
function contentSecurityPolicy(): string {
  const { bases } = JSON.parse(readFileSync(`${import.meta.dirname}/public/config.json`, 'utf8'))
  const origins = new Set(bases.map(({ style }: { style: string }) => new URL(style).origin))
  const baseMaps = [...origins].join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${baseMaps}`,
    `img-src 'self' data: blob: ${baseMaps}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host.
  base: './',
  // An unknown address answers 404, not with the page.
  appType: 'mpa',
  preview: { port: Number(process.env.PORT || 4173) },
  plugins: [
    messages(),
    fonts(),
    shipGeodata(),
    preloadFirstView(),
    pagePolicy(),
    offline(),
    previewHeaders(),
  ],
  resolve: {
    alias: [{ find: /^(\.\.\/)+geodata\/dataset\.json$/, replacement: `${GEODATA}dataset.json` }],
  },
  // Readers of archives and workbooks load when they are needed, in the worker too.
  worker: { format: 'es' },
  build: {
    target: BROWSERS,
    // All of them preload modules themselves.
    modulePreload: { polyfill: false },
    // scripts/size.mjs reads what loads before the map from it.
    manifest: true,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: ['index.html', 'versions.html'],
      // Fonts and geometry take long by design: no news for who starts the map.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // What the first view and the parts that load later share: one file, not one for each pairing.
            { name: 'core', tags: ['$initial'], test: SHARED, priority: 1 },
            // Prints, pictures and the help share it.
            {
              name: 'picture',
              test: /[\\/]src[\\/](figure[\\/]picture|ui[\\/]publish[\\/]drawPicture)/,
            },
            // Apart from the code that drives it, so that it stays in the cache when that changes.
            { name: 'maplibre', test: /[\\/]maplibre-gl[\\/].*\.mjs$/ },
          ],
        },
      },
    },
    // The map's own library is that large, and it is loaded after the list and the timeline.
    chunkSizeWarningLimit: 1200,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/bench/**', 'tests/cli/**', 'tests/engine/**'],
          setupFiles: 'tests/propertyRuns.ts',
          // Properties on a busy machine take more than the usual five seconds now and then.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Runs the built command: `npm run build:cli` first.
          name: 'cli',
          include: ['tests/cli/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Runs the built command with chdb, which scripts/testEngine.mjs installs.
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          testTimeout: 3_600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/setup.ts',
          testTimeout: 60_000,
          // What the page does at once may take a busy machine a while.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
          // A stolen second on a shared machine is not a defect; a defect fails twice, and a retry is reported.
          retry: 1,
          // Software rendering keeps every core busy with one map already.
          fileParallelism: false,
        },
      },
    ],
  },
})
