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
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pseudo } from './messages/pseudo.mjs'
import { readMessage } from './messages/read.mjs'
import {
  languagesCode,
  languagesTypes,
  moduleCode,
  moduleTypes,
  PSEUDO,
  PSEUDO_FLAG,
  partCode,
  partsCode,
  partTypes,
} from './messages/write.mjs'

/** @typedef {import('./messages/write.mjs').Part} Part */
/** @typedef {Map<string, Part>} Parts by name */

const SOURCE = fileURLToPath(new URL('../src/messages', import.meta.url))
const COMPILED = 'compiled'
const ENGLISH = 'en'

/**
 * Compiles the catalogue, LANGUAGE/PART.json, to modules of typed functions. Writes only what has
 * changed. Throws an error that names file and key of everything that is wrong.
 * @param {{ from?: string, to?: string }} [folders]
 */
export function compileMessages({ from = SOURCE, to = join(from, COMPILED) } = {}) {
  /** @type {string[]} */
  const problems = []
  const languages = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== COMPILED)
    .map(({ name }) => name)
    .sort()
  const english = readLanguage(from, ENGLISH, ENGLISH, problems)
  /** @type {Map<string, Parts>} */
  const others = new Map()
  for (const id of languages.filter((name) => name !== ENGLISH)) {
    const parts = readLanguage(from, id, id, problems)
    compareLanguages(english, parts, id, problems)
    others.set(id, parts)
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))

  const tagged = moduleBeside(join(to, ENGLISH), 'tagged')
  /** @type {Map<string, string>} */
  const files = new Map()
  for (const [name, part] of english) {
    files.set(`${ENGLISH}/${name}.js`, moduleCode(part, ENGLISH, tagged))
    files.set(`${ENGLISH}/${name}.d.ts`, moduleTypes(part, tagged))
    files.set(`${name}.js`, partCode(name, moduleBeside(to, 'language')))
    files.set(`${name}.d.ts`, partTypes(name))
  }
  for (const [id, parts] of new Map(others).set(PSEUDO, pseudoLanguage(english))) {
    const locale = id === PSEUDO ? ENGLISH : id
    files.set(`${id}/parts.js`, partsCode([...parts.keys()]))
    for (const [name, part] of parts) {
      files.set(`${id}/${name}.js`, moduleCode(part, locale, tagged))
    }
  }
  files.set('languages.js', languagesCode([...others.keys()]))
  files.set('languages.d.ts', languagesTypes(moduleBeside(to, 'language')))
  writeFiles(to, files)
}

/**
 * Compiles the catalogue at the start, and in development again after each change of a JSON file.
 * @param {{ withPseudo?: boolean }} [options] whether the pseudo-locale is in the build
 * @returns {import('vite').Plugin}
 */
export function messages({ withPseudo = process.env.CONTACTLINE_PSEUDO === '1' } = {}) {
  compileMessages()
  return {
    name: 'contactline:messages',
    config: () => ({ define: { [PSEUDO_FLAG]: JSON.stringify(withPseudo) } }),
    configureServer({ watcher, config }) {
      watcher.on('all', (_event, path) => {
        if (dirname(dirname(resolve(path))) !== SOURCE || !path.endsWith('.json')) return
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
  const files = readdirSync(join(from, id)).filter((file) => file.endsWith('.json'))
  for (const file of files.sort()) {
    const where = `${id}/${file}`
    try {
      const texts = JSON.parse(readFileSync(join(from, id, file), 'utf8'))
      parts.set(file.replace(/\.json$/, ''), readPart(texts, locale, where, problems))
    } catch (error) {
      problems.push(`${where}: ${/** @type {Error} */ (error).message}`)
    }
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
 * Checks that another language has the parts, keys, parameters and tags of English.
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
      if (!have) problems.push(`${where}: ${key}: is missing`)
      else if (!want) problems.push(`${where}: ${key}: English has no such key`)
      else if (want !== have) problems.push(`${where}: ${key}: has ${have}, English has ${want}`)
    }
  }
}

/** @param {import('./messages/read.mjs').Shape | undefined} shape */
function describe(shape) {
  if (!shape) return ''
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
    // Written whole or not at all, as another process may be reading it.
    const fresh = `${target}.${process.pid}`
    writeFileSync(fresh, text)
    renameSync(fresh, target)
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join(posix.sep)
    if (entry.isFile() && /\.(js|ts)$/.test(name) && !files.has(name)) rmSync(path, { force: true })
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
