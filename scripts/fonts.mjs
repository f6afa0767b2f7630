// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/**
 * @typedef {object} Face
 * @property {string} name of the files
 * @property {string} family
 * @property {string} weight
 * @property {string} source path in node_modules
 * @property {string} range of code points, as in CSS
 */

const require = createRequire(import.meta.url)
const FOLDER = fileURLToPath(new URL('../.cache/fonts/', import.meta.url))
/** What the styles name (tabular figures, a distinct one), and what browsers apply by themselves. */
const FEATURES = ['tnum', 'cv11', 'kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk']
/** From normal text to bold. */
const WEIGHTS = { min: 400, max: 700 }
/** Latin letters beside those of western Europe: Azerbaijani, Turkish, and of transliterations. */
const LATIN_LETTERS = 'U+0100-017F,U+018F,U+0259,U+02BE-02BF'

/**
 * Where ranges overlap, the last face is used: the first view loads the small ones.
 * @type {readonly Face[]}
 */
export const FACES = [
  ...['cyrillic-ext', 'cyrillic', 'greek-ext', 'greek', 'vietnamese', 'latin-ext'].map(inter),
  { ...inter('latin-ext'), name: 'inter-latin-letters', range: LATIN_LETTERS },
  inter('latin'),
  {
    name: 'noto-sans-armenian',
    family: 'Noto Sans Armenian Variable',
    weight: `${WEIGHTS.min} ${WEIGHTS.max}`,
    ...fontsource('@fontsource-variable/noto-sans-armenian', 'armenian', 'wght'),
  },
  {
    name: 'source-serif-4',
    family: 'Source Serif 4',
    weight: '600',
    ...fontsource('@fontsource/source-serif-4', 'latin', '600'),
  },
]

/** @param {string} subset @returns {Face} */
function inter(subset) {
  return {
    name: `inter-${subset}`,
    family: 'Inter Variable',
    weight: `${WEIGHTS.min} ${WEIGHTS.max}`,
    ...fontsource('@fontsource-variable/inter', subset, 'wght'),
  }
}

/** @param {string} name @param {string} subset @param {string} style */
function fontsource(name, subset, style) {
  const file = `${name.split('/')[1]}-${subset}-${style}-normal.woff2`
  const ranges = JSON.parse(readFileSync(require.resolve(`${name}/unicode.json`), 'utf8'))
  return { source: require.resolve(`${name}/files/${file}`), range: ranges[subset] }
}

/**
 * Cuts the fonts to what the site uses, as .cache/fonts/ with a style sheet, before a server or a
 * build reads that.
 * @returns {import('vite').Plugin}
 */
export function fonts() {
  return {
    name: 'contactline:fonts',
    apply: (_, { mode }) => mode !== 'test',
    buildStart: writeFonts,
  }
}

/** Does nothing if the files are there and up to date. */
async function writeFonts() {
  const made = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const { source } of FACES) made.update(readFileSync(source))
  const head = `/* Made by scripts/fonts.mjs: ${made.digest('hex')} */`
  const sheet = `${FOLDER}fonts.css`
  if (existsSync(sheet) && readFileSync(sheet, 'utf8').startsWith(head)) return
  mkdirSync(FOLDER, { recursive: true })
  for (const face of FACES) replaceFile(`${FOLDER}${face.name}.woff2`, await cutFont(face))
  replaceFile(sheet, [head, ...FACES.map(rule)].join('\n'))
}

/** @param {Face} face */
function cutFont({ source, range, weight }) {
  return subsetFont(readFileSync(source), lettersIn(range), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    ...(weight.includes(' ') && { variationAxes: { wght: WEIGHTS } }),
  })
}

/** All code points of a range. @param {string} range */
export function lettersIn(range) {
  const parts = [...range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)]
  return parts
    .map(([, first = '', last = first]) => {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))
    })
    .join('')
}

/** @param {Face} face */
function rule({ name, family, weight, range }) {
  return `@font-face {
  font-family: "${family}";
  font-display: swap;
  font-weight: ${weight};
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${range};
}`
}

/** Whole or not at all, as another process may be reading it. @param {string} path @param {string | Buffer} content */
function replaceFile(path, content) {
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, content)
  renameSync(fresh, path)
}
