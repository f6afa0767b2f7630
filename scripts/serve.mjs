import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'

/**
 * Serves a built site on this machine only and prints its address, alone on standard output, once it answers:
 * `node scripts/serve.mjs [--build] [--site FOLDER] [--under /PATH/]
 * [--data FOLDER]`. PORT picks the port (0: any); a port that is
 * taken gives way to the next. `--data FOLDER` serves a published folder as `published/`. `npm start` builds the site first, in one process, so that one signal ends both.
 */
const { values } = parseArgs({
  options: {
    build: { type: 'boolean' },
    site: { type: 'string', default: 'dist' },
    under: { type: 'string', default: '/' },
    data: { type: 'string' },
  },
})
const root = resolve(import.meta.dirname, '..')

// The shell between npm and this process does not pass signals on: end when it has ended.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.exit(), 250).unref()
}

if (values.build) {
  console.error('Building the site ...')
  await build({ root, logLevel: 'warn' }).catch(() => fail('Run "npm run build" to see why.'))
}
const outDir = resolve(root, values.site)
if (!existsSync(`${outDir}/index.html`)) {
  fail(`There is no built site in ${outDir}: run "npm run build" first.`)
}
if (values.data) {
  const link = `${outDir}/published`
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(link)
  if (existsSync(link)) fail(`${link} is there already: remove it first.`)
  symlinkSync(resolve(values.data), link)
}
const options = { root, base: values.under, build: { outDir }, logLevel: 'warn' }
const { resolvedUrls } = await preview(options).catch(() =>
  fail('Its port cannot be used: set PORT to another.'),
)
console.log(resolvedUrls.local[0])

function fail(sentence) {
  console.error(`Contactline could not be served. ${sentence}`)
  process.exit(1)
}
