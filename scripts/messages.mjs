// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pseudo } from './messages/pseudo.mjs'
import { readMessage } from './messages/read.mjs'
import {
  languagesCode,
  languagesTypes,
  moduleCode,
  moduleTypes,
  partsCode,
} from './messages/write.mjs'

/** @typedef {import('./messages/write.mjs').Part} Part */
/** @typedef {Map<string, Part>} Parts by name */

const SOURCE = fileURLToPath(new URL('../src/messages', import.meta.url))
const COMPILED = 'compiled'
const ENGLISH = 'en'
const PSEUDO = 'zz'
/** What Intl takes for English, as `zz` it does not know. */
const PSEUDO_TAG = 'en-XA'

/**
 * Compiles the catalogue, LANGUAGE/PART.json, to modules of typed functions. Writes only what has changed. Throws an
 * error that names file and key of everything that is wrong.
 * @param {{ from?: string, to?: string, withPseudo?: boolean }} [options]
 */
export function compileMessages({
  from = SOURCE,
  to = join(from, COMPILED),
  withPseudo = process.env.CONTACTLINE_PSEUDO === '1',
} = {}) {
  /** @type {string[]} */
  const problems = []
  const languages = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== COMPILED)
    .map(({ name }) => name)
  const english = readLanguage(from, ENGLISH, ENGLISH, problems)
  /** @type {Map<string, { tag: string, locale: string, parts: Parts }>} */
  const others = new Map()
  for (const id of languages.filter((name) => name !== ENGLISH)) {
    const parts = readLanguage(from, id, id, problems)
    compareLanguages(english, parts, id, problems)
    others.set(id, { tag: id, locale: id, parts })
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  if (withPseudo) {
    others.set(PSEUDO, { tag: PSEUDO_TAG, locale: ENGLISH, parts: pseudoLanguage(english) })
  }

  const tagged = moduleBeside(join(to, ENGLISH), 'tagged')
  /** @type {Map<string, string>} */
  const files = new Map()
  for (const [name, part] of english) {
    files.set(`${ENGLISH}/${name}.js`, moduleCode(part, ENGLISH, tagged))
    files.set(`${ENGLISH}/${name}.d.ts`, moduleTypes(part, tagged))
  }
  for (const [id, { locale, parts }] of others) {
    files.set(`${id}/parts.js`, partsCode([...parts.keys()]))
    for (const [name, part] of parts)
      files.set(`${id}/${name}.js`, moduleCode(part, locale, tagged))
  }
  const tags = new Map([...others].map(([id, { tag }]) => [id, tag]))
  files.set('languages.js', languagesCode(tags))
  files.set('languages.d.ts', languagesTypes(moduleBeside(to, 'language')))
  writeFiles(to, files)
}

/**
 * Compiles the catalogue at once, and in development again after each change of a JSON file.
 * @returns {import('vite').Plugin}
 */
export function messages() {
  compileMessages()
  return {
    name: 'contactline:messages',
    configureServer({ watcher, config }) {
      watcher.on('all', (_event, path) => {
        const [, , ...below] = relative(SOURCE, path).split(sep)
        if (relative(SOURCE, path).startsWith('..') || below.length > 0) return
        if (!path.endsWith('.json')) return
        try {
          compileMessages()
        } catch (error) {
          config.logger.error(String(error))
        }
      })
    },
  }
}

/** @param {string} from @param {string} id @param {string} locale @param {string[]} problems */
function readLanguage(from, id, locale, problems) {
  /** @type {Parts} */
  const parts = new Map()
  for (const file of readdirSync(join(from, id)).sort()) {
    const path = join(from, id, file)
    const where = `${id}/${file}`
    /** @type {Record<string, string>} */
    let texts = {}
    try {
      texts = JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      problems.push(`${where}: ${/** @type {Error} */ (error).message}`)
    }
    parts.set(file.replace(/\.json$/, ''), readPart(texts, locale, where, problems))
  }
  return parts
}

/**
 * @param {Record<string, string>} texts
 * @param {string} locale
 * @param {string} where
 * @param {string[]} problems
 * @returns {Part}
 */
function readPart(texts, locale, where, problems) {
  const shapes = new Map()
  for (const [key, text] of Object.entries(texts)) {
    try {
      if (!/^[a-z][A-Za-z0-9]*$/.test(key)) throw new Error('the key is not a camelCase name')
      if (typeof text !== 'string' || text === '') throw new Error('the text is empty')
      shapes.set(key, readMessage(text, locale))
    } catch (error) {
      problems.push(`${where}: ${key}: ${/** @type {Error} */ (error).message}`)
    }
  }
  return { texts, shapes }
}

/**
 * Another language has the parts, keys, parameters and tags of English.
 * @param {Parts} english
 * @param {Parts} other
 * @param {string} id
 * @param {string[]} problems
 */
function compareLanguages(english, other, id, problems) {
  for (const name of new Set([...english.keys(), ...other.keys()])) {
    const expected = english.get(name)?.shapes
    const found = other.get(name)?.shapes
    const where = `${id}/${name}.json`
    if (!expected) problems.push(`${where}: English has no such part`)
    if (!found) problems.push(`${where}: is missing`)
    if (!expected || !found) continue
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      const want = describe(expected.get(key))
      const have = describe(found.get(key))
      if (want !== have) problems.push(`${where}: ${key}: has ${have}, English has ${want}`)
    }
  }
}

/** @param {import('./messages/read.mjs').Shape | undefined} shape */
function describe(shape) {
  if (!shape) return 'no such key'
  const params = [...shape.params].map(([name, type]) => `{${name}}: ${type}`)
  return [...params, ...shape.tags.map((tag) => `<${tag}>`)].join(', ') || 'no parameters'
}

/** @param {Parts} english @returns {Parts} */
function pseudoLanguage(english) {
  return new Map(
    [...english].map(([name, { texts, shapes }]) => [
      name,
      {
        texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)])),
        shapes,
      },
    ]),
  )
}

/**
 * How a module in a folder imports one of src/messages.
 * @param {string} folder
 * @param {string} name
 */
function moduleBeside(folder, name) {
  return relative(folder, join(SOURCE, name)).split(sep).join(posix.sep)
}

/** @param {string} folder @param {ReadonlyMap<string, string>} files text by path */
function writeFiles(folder, files) {
  for (const [path, text] of files) {
    const target = join(folder, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    mkdirSync(dirname(target), { recursive: true })
    // Whole or not at all: another process may be reading it.
    const fresh = `${target}.${process.pid}`
    writeFileSync(fresh, text)
    renameSync(fresh, target)
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join(posix.sep)
    if (entry.isFile() && !files.has(name)) rmSync(path, { force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    compileMessages()
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exit(1)
  }
}
