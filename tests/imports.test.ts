import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Source text by path from the repository's root, as `src/data/day.ts`. */
type Tree = Readonly<Record<string, string>>

const MAX_LINES = 250
const MAX_FILES = 24

/**
 * The rooms in their order of import (docs/architecture.md): each may import only what is before it.
 */
const CORE = [
  ...(['messages', 'issues', 'model', 'csv', 'geo', 'read', 'store', 'join'] as const),
  ...(['open', 'query', 'figure', 'export', 'schema', 'publish', 'engine', 'folder'] as const),
]
const ROOMS = [...CORE, 'files', 'app', 'map', 'ui', 'cli'] as const
type Room = (typeof ROOMS)[number]

/** Rooms that may import less than all that is before them. */
const LIMITED: Readonly<Partial<Record<Room, readonly Room[]>>> = {
  geo: ['messages', 'issues', 'model'],
  map: ['messages', 'issues', 'model', 'geo', 'store', 'open', 'query', 'figure'],
  ui: [...CORE, 'files', 'app'],
  cli: CORE,
}
/** The doors in the walls. */
const DOORS: Readonly<Record<string, Room>> = { 'src/ui/map/MapView.tsx': 'map' }
/** Packages that only some rooms may use; `page` is a file beside the rooms. */
const PACKAGES: readonly { readonly name: RegExp; readonly rooms: readonly (Room | 'page')[] }[] = [
  { name: /^maplibre-gl($|\/)/, rooms: ['map'] },
  { name: /^preact($|\/)/, rooms: ['ui', 'app', 'page'] },
  { name: /^@preact\//, rooms: ['ui', 'app', 'page'] },
  { name: /^node:/, rooms: ['cli'] },
]
/**
 * What a browser has and Node has not, distinguished from variables of the same name by the members used:
 * `window.from` belongs to a slice, `location.area` to a report.
 */
const BROWSER_NAMES =
  /\b(document|localStorage|sessionStorage|navigator|requestAnimationFrame)\s*[.(]|\b(globalThis|self)\s*\.|\bwindow\s*(\[|\.(?!from\b|to\b))|\blocation\.(href|search|hash|pathname|origin|assign|replace|reload)\b/
const VAGUE_NAMES = /(^|\/)(utils?|helpers?|common|misc|shared|index)\.tsx?$/
/** The one file that reads from the network. */
const FETCHES = 'src/open/fetchFile.ts'
const STATE = 'src/app/state.ts'

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g

function roomOf(path = ''): Room | 'page' | undefined {
  const [top, room, ...rest] = path.split('/')
  if (top !== 'src') return undefined
  return rest.length === 0 ? 'page' : ROOMS.find((known) => known === room)
}

function mayImport(room: Room | 'page', other: Room | 'page'): boolean {
  if (room === other || room === 'page') return true
  if (other === 'page') return false
  const before = LIMITED[room] ?? ROOMS.slice(0, ROOMS.indexOf(room))
  return before.includes(other)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
}

/** The file that a relative import leads to; undefined for a package, a style sheet or an asset. */
function resolve(tree: Tree, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const base = posix.join(posix.dirname(from), specifier)
  return [base, `${base}.ts`, `${base}.tsx`].find((path) => path in tree)
}

/** Every breach of the walls, as `file: what`. */
function breaches(tree: Tree): string[] {
  const found: string[] = []
  for (const [path, text] of Object.entries(tree)) {
    const say = (what: string) => found.push(`${path}: ${what}`)
    const room = roomOf(path)
    if (!room) {
      say('is in no room')
      continue
    }
    for (const specifier of importsOf(text)) {
      const target = resolve(tree, path, specifier)
      const other = roomOf(target)
      const allowed = other === undefined || mayImport(room, other) || DOORS[path] === other
      if (!allowed) say(`imports ${target}`)
      const rule = PACKAGES.find(({ name }) => name.test(specifier))
      if (rule && !rule.rooms.includes(room)) say(`imports ${specifier}`)
    }
    const code = withoutComments(text)
    const name =
      room !== 'page' && (CORE as readonly Room[]).includes(room) ? BROWSER_NAMES.exec(code) : null
    if (name) say(`names ${name[0]}`)
    if (/\bfetch\s*\(/.test(code) && path !== FETCHES) say('fetches')
    if (/\bexport default\b/.test(code)) say('has a default export')
    if (/^\s*export\s*(\*|\{[^}]*\})\s*from/m.test(code)) say('passes on what another file exports')
    if (VAGUE_NAMES.test(path)) say('has a name that says nothing')
    if (room !== 'app') for (const signal of stateWritten(tree, path, code)) say(`writes ${signal}`)
    const lines = text.trimEnd().split('\n').length
    if (lines > MAX_LINES) say(`has ${lines} lines`)
  }
  return [...found, ...crowded(tree), ...sameNames(tree), ...cycles(tree)]
}

/** The signals of the state that a file assigns to, by the names under which it imports them. */
function stateWritten(tree: Tree, path: string, code: string): string[] {
  const imports = code.matchAll(/import\s+([^'"`;]*?)\s+from\s+'([^']+)'/g)
  return [...imports].flatMap(([, clause = '', specifier = '']) => {
    if (resolve(tree, path, specifier) !== STATE) return []
    const all = /\*\s+as\s+(\w+)/.exec(clause)?.[1]
    const names = all
      ? [`${all}\\.\\w+`]
      : (clause.match(/\w+(?=\s*[,}])/g) ?? []).map((name) => `(?<![\\w.])${name}`)
    return names.flatMap((name) => {
      const write = new RegExp(`(${name})\\.value\\s*(?:[-+|&?*/]*=(?!=)|\\+\\+|--)`).exec(code)
      return write?.[1] ?? []
    })
  })
}

/** Folders with more files than a reader can survey. */
function crowded(tree: Tree): string[] {
  const folders = Object.keys(tree).map((path) => posix.dirname(path))
  return [...new Set(folders)].flatMap((folder) => {
    const count = folders.filter((other) => other === folder).length
    return count > MAX_FILES ? [`${folder}: has ${count} files`] : []
  })
}

/** Files of one name: a reader could not tell which of them is meant. */
function sameNames(tree: Tree): string[] {
  const nameOf = (path: string) => posix.basename(path).replace(/\.tsx?$/, '')
  const paths = Object.keys(tree)
  return paths.flatMap((path, index) => {
    const known = paths.slice(0, index).find((other) => nameOf(other) === nameOf(path))
    return known ? [`${path}: has the name of ${known}`] : []
  })
}

/** Rings of imports, each found from the file in it that is visited first. */
function cycles(tree: Tree): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const ring = [...trail.slice(trail.indexOf(path)), path]
      found.push(`${path}: is imported by what it imports (${ring.join(' > ')})`)
    }
    if (trail.includes(path) || done.has(path)) return
    for (const specifier of importsOf(tree[path] ?? '')) {
      const target = resolve(tree, path, specifier)
      if (target) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of Object.keys(tree)) visit(path, [])
  return found
}

const root = new URL('../', import.meta.url)
const tree = Object.fromEntries(
  readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    // Generated, and nothing but types in TypeScript.
    .filter((path) => !path.startsWith('src/messages/compiled/'))
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
)

test('the source keeps its walls', () => {
  expect(Object.keys(tree)).toContain('src/query/sliceDataset.ts')
  expect(importsOf(tree['src/query/sliceDataset.ts'] ?? '')).toContain('./conditions')
  expect(breaches(tree)).toEqual([])
})

test('every package that the source runs is a dependency of the project', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const packages = Object.values(tree)
    .map((text) => text.replace(/^import type [^']*'[^']*'/gm, ''))
    .flatMap(importsOf)
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0])
  expect(packages).toContain('preact')
  expect([...new Set(packages)].filter((name) => !(name && name in dependencies))).toEqual([])
})

describe('each breach is found', () => {
  const day = "import { day } from '../model/day'\n"
  const good: Tree = {
    'src/model/day.ts': 'export type Day = 1\nconst a = window.from\n',
    'src/open/fetchFile.ts': 'await fetch(url)\n',
    'src/query/slice.ts': day,
    'src/geo/grid.ts': day,
    'src/csv/table.ts': 'export const table = 1\n',
    'src/app/state.ts': "import { slice } from '../query/slice'\n",
    'src/app/actions.ts': "import { unit } from './state'\nunit.value = 1\n",
    'src/main.tsx': "import { App } from './ui/App'\nimport { render } from 'preact'\n",
    'src/map/create.ts': `import { Map } from 'maplibre-gl'\n${day}`,
    'src/ui/App.tsx':
      "import * as state from '../app/state'\nimport './App.css'\n// fetch('x')\nif (state.unit.value === 1) own.value = 2\n",
    'src/ui/map/MapView.tsx': "const map = await import('../../map/create')\n",
    'src/cli/check.ts': `import { readFileSync } from 'node:fs'\n${day}`,
  }

  test('a tree that keeps the walls has none', () => {
    expect(breaches(good)).toEqual([])
  })

  test.each<[string, string, string]>([
    ['src/model/day.ts', 'imports src/query/slice.ts', "import { slice } from '../query/slice'"],
    ['src/query/slice.ts', 'imports src/app/state.ts', "import { unit } from '../app/state'"],
    ['src/geo/grid.ts', 'imports src/csv/table.ts', "import { table } from '../csv/table'"],
    ['src/model/day.ts', 'imports @preact/signals', "import {\n  a,\n} from '@preact/signals'"],
    ['src/model/day.ts', 'imports node:fs', "import { readFileSync } from 'node:fs'"],
    ['src/model/day.ts', 'names window.', 'const width = window.innerWidth'],
    ['src/model/day.ts', 'names document.', "document.querySelector('a')"],
    ['src/model/day.ts', 'names location.search', 'const query = location.search'],
    ['src/ui/App.tsx', 'fetches', "const a = fetch('a')"],
    ['src/map/create.ts', 'imports src/app/state.ts', "import { unit } from '../app/state'"],
    ['src/ui/App.tsx', 'imports maplibre-gl', "import type { Map } from 'maplibre-gl'"],
    ['src/ui/App.tsx', 'imports src/map/create.ts', "const map = import('../map/create')"],
    ['src/ui/App.tsx', 'imports src/main.tsx', "import { main } from '../main'"],
    ['src/cli/check.ts', 'imports preact', "import { h } from 'preact'"],
    ['src/cli/check.ts', 'imports src/app/state.ts', "import { unit } from '../app/state'"],
    ['src/app/state.ts', 'has a default export', 'export default 1'],
    ['src/app/state.ts', 'passes on what another file exports', "export { a } from '../model/day'"],
    ['src/app/state.ts', 'passes on what another file exports', "export * from '../model/day'"],
    ['src/model/utils.ts', 'has a name that says nothing', 'export const a = 1'],
    ['src/ui/App.tsx', 'writes state.unit', 'state.unit.value = 2'],
    ['src/ui/List.tsx', 'writes unit', "import { unit } from '../app/state'\nunit.value++"],
    ['src/cellar/a.ts', 'is in no room', 'export const a = 1'],
    ['src/ui/day.ts', 'has the name of src/model/day.ts', 'export const a = 1'],
    ['src/model/long.ts', `has ${MAX_LINES + 1} lines`, 'a\n'.repeat(MAX_LINES + 1)],
    [
      'src/model/day.ts',
      'is imported by what it imports (src/model/day.ts > src/query/slice.ts > src/model/day.ts)',
      "import { slice } from '../query/slice'",
    ],
  ])('%s: %s', (path, what, code) => {
    expect(breaches({ ...good, [path]: `${good[path] ?? ''}${code}\n` })).toContain(
      `${path}: ${what}`,
    )
  })

  test('a crowded folder', () => {
    const files = Array.from({ length: MAX_FILES + 1 }, (_, index) => [`src/csv/a${index}.ts`, ''])
    expect(breaches(Object.fromEntries(files))).toEqual([`src/csv: has ${MAX_FILES + 1} files`])
  })
})
