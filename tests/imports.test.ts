import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Source text by path from the repository's root, as `src/data/day.ts`. */
type Tree = Readonly<Record<string, string>>

const MAX_LINES = 250
/** The one file that may be longer: design says that all shared types stand in one. */
const TYPES = 'src/types.ts'
/** Longest first: the part that a file belongs to is the first that its path starts with. */
const PARTS = ['src/messages/', 'src/data/', 'src/map/', 'src/ui/', 'src/cli', 'src/'] as const
type Part = (typeof PARTS)[number]

/** Which parts each part may import, besides itself and src/types (design: data flows one way). */
const MAY_IMPORT: Readonly<Record<Part, readonly Part[]>> = {
  'src/messages/': [],
  'src/data/': ['src/messages/'],
  'src/map/': ['src/messages/', 'src/data/'],
  'src/ui/': ['src/messages/', 'src/', 'src/data/'],
  // `src/cli.ts` and `src/cli/`: nothing else lists it.
  'src/cli': ['src/messages/', 'src/data/'],
  'src/': ['src/messages/', 'src/data/'],
}
/** The doors in the walls. */
const DOORS: Readonly<Record<string, Part>> = {
  'src/ui/MapView.tsx': 'src/map/',
  'src/main.tsx': 'src/ui/',
  'src/versions.tsx': 'src/ui/',
}
/** Packages that only some parts may use. */
const PACKAGES: readonly { readonly name: RegExp; readonly parts: readonly Part[] }[] = [
  { name: /^maplibre-gl($|\/)/, parts: ['src/map/'] },
  { name: /^preact($|\/)/, parts: ['src/ui/', 'src/'] },
  { name: /^@preact\//, parts: ['src/ui/', 'src/'] },
  { name: /^node:/, parts: ['src/cli'] },
]
/**
 * What a browser has and Node has not, told from variables of the same name by what is asked of them:
 * `window.from` is of a slice's window, `location.area` of a report's location.
 */
const BROWSER_NAMES =
  /\b(document|localStorage|sessionStorage|navigator|requestAnimationFrame)\s*[.(]|\b(globalThis|self)\s*\.|\bwindow\s*(\[|\.(?!from\b|to\b))|\blocation\.(href|search|hash|pathname|origin|assign|replace|reload)\b/
const VAGUE_NAMES = /(^|\/)(utils?|helpers?|common|misc|shared|index)\.tsx?$/

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g

function partOf(path = ''): Part | undefined {
  return PARTS.find((part) => path.startsWith(part))
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
    const part = partOf(path)
    if (!part) continue
    for (const specifier of importsOf(text)) {
      const target = resolve(tree, path, specifier)
      const theirs = partOf(target)
      const allowed =
        theirs === undefined ||
        target === TYPES ||
        theirs === part ||
        MAY_IMPORT[part].includes(theirs) ||
        DOORS[path] === theirs
      if (!allowed) say(`imports ${target}`)
      const rule = PACKAGES.find(({ name }) => name.test(specifier))
      if (rule && !rule.parts.includes(part)) say(`imports ${specifier}`)
    }
    const code = withoutComments(text)
    const name = part === 'src/data/' || part === 'src/messages/' ? BROWSER_NAMES.exec(code) : null
    if (name) say(`names ${name[0]}`)
    if (/\bfetch\s*\(/.test(code) && path !== 'src/data/load.ts') say('fetches')
    if (/\bexport default\b/.test(code)) say('has a default export')
    if (/^\s*export\s*(\*|\{[^}]*\})\s*from/m.test(code)) say('passes on what another file exports')
    if (VAGUE_NAMES.test(path)) say('has a name that says nothing')
    const lines = text.trimEnd().split('\n').length
    if (lines > MAX_LINES && path !== TYPES) say(`has ${lines} lines`)
  }
  return [...found, ...cycles(tree)]
}

/** Rings of imports, each once, told from the file of it that comes first in the alphabet. */
function cycles(tree: Tree): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const ring = trail.slice(trail.indexOf(path))
      const first = ring.indexOf([...ring].sort()[0] ?? '')
      const turned = [...ring.slice(first), ...ring.slice(0, first)]
      found.add(`${turned[0]}: is imported by what it imports (${turned.join(' > ')})`)
      return
    }
    if (done.has(path)) return
    for (const specifier of importsOf(tree[path] ?? '')) {
      const target = resolve(tree, path, specifier)
      if (target) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of Object.keys(tree)) visit(path, [])
  return [...found]
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
  expect(Object.keys(tree)).toContain('src/data/slice.ts')
  expect(importsOf(tree['src/data/slice.ts'] ?? '')).toContain('./filter')
  expect(breaches(tree)).toEqual([])
})

test('every package that the source imports is a dependency of the project', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const packages = Object.values(tree)
    .flatMap(importsOf)
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0])
  expect(packages).toContain('preact')
  expect([...new Set(packages)].filter((name) => !(name && name in dependencies))).toEqual([])
})

describe('each breach is found', () => {
  const good: Tree = {
    'src/types.ts': 'export type A = 1\n',
    'src/state.ts': "import { day } from './data/day'\n",
    'src/main.tsx': "import { App } from './ui/App'\nimport { render } from 'preact'\n",
    'src/messages/list.ts': "import { part } from './language'\n",
    'src/messages/language.ts': 'export const part = 1\n',
    'src/data/day.ts':
      "import type { A } from '../types'\nimport { list } from '../messages/list'\nconst a = window.from\n",
    'src/data/load.ts': 'await fetch(url)\n',
    'src/map/create.ts': "import { Map } from 'maplibre-gl'\nimport { day } from '../data/day'\n",
    'src/ui/App.tsx': "import * as state from '../state'\nimport './App.css'\n// fetch('x')\n",
    'src/cli.ts': "import { check } from './cli/check'\n",
    'src/cli/check.ts':
      "import { readFileSync } from 'node:fs'\nimport { day } from '../data/day'\n",
    'src/ui/MapView.tsx': "const map = await import('../map/create')\n",
  }

  test('a tree that keeps the walls has none', () => {
    expect(breaches(good)).toEqual([])
  })

  test.each<[string, string, string]>([
    ['src/messages/list.ts', 'imports src/data/day.ts', "import { day } from '../data/day'"],
    ['src/messages/list.ts', 'names document.', "document.querySelector('a')"],
    ['src/data/day.ts', 'imports src/state.ts', "import { unit } from '../state'"],
    ['src/data/day.ts', 'imports @preact/signals', "import {\n  signal,\n} from '@preact/signals'"],
    ['src/data/day.ts', 'imports maplibre-gl', "import { Map } from 'maplibre-gl'"],
    ['src/data/day.ts', 'names window.', 'const width = window.innerWidth'],
    ['src/data/day.ts', 'names document.', "document.querySelector('a')"],
    ['src/data/day.ts', 'names localStorage.', "localStorage.getItem('a')"],
    ['src/data/day.ts', 'names location.search', 'const query = location.search'],
    ['src/data/day.ts', 'fetches', "const a = fetch('a')"],
    ['src/ui/App.tsx', 'fetches', "const a = fetch('a')"],
    ['src/map/create.ts', 'imports preact', "import { h } from 'preact'"],
    ['src/map/create.ts', 'imports src/state.ts', "import { unit } from '../state'"],
    ['src/ui/App.tsx', 'imports maplibre-gl', "import type { Map } from 'maplibre-gl'"],
    ['src/ui/App.tsx', 'imports src/map/create.ts', "import { create } from '../map/create'"],
    ['src/ui/App.tsx', 'imports src/map/create.ts', "const map = import('../map/create')"],
    ['src/state.ts', 'imports src/ui/App.tsx', "import { App } from './ui/App'"],
    ['src/state.ts', 'imports src/map/create.ts', "import { create } from './map/create'"],
    ['src/cli/check.ts', 'imports src/state.ts', "import { unit } from '../state'"],
    ['src/cli/check.ts', 'imports preact', "import { h } from 'preact'"],
    ['src/cli/check.ts', 'imports src/ui/App.tsx', "import { App } from '../ui/App'"],
    ['src/data/day.ts', 'imports src/cli/check.ts', "import { check } from '../cli/check'"],
    ['src/data/day.ts', 'imports node:fs', "import { readFileSync } from 'node:fs'"],
    ['src/ui/App.tsx', 'imports src/cli/check.ts', "import { check } from '../cli/check'"],
    ['src/state.ts', 'has a default export', 'export default 1'],
    ['src/state.ts', 'passes on what another file exports', "export { day } from './data/day'"],
    ['src/state.ts', 'passes on what another file exports', "export * from './data/day'"],
    ['src/data/utils.ts', 'has a name that says nothing', 'export const a = 1'],
    ['src/ui/index.ts', 'has a name that says nothing', 'export const a = 1'],
    ['src/data/long.ts', `has ${MAX_LINES + 1} lines`, 'a\n'.repeat(MAX_LINES + 1)],
  ])('%s: %s', (path, what, code) => {
    expect(breaches({ ...good, [path]: `${good[path] ?? ''}${code}\n` })).toContain(
      `${path}: ${what}`,
    )
  })

  test('a ring of imports', () => {
    const ring = {
      'src/data/a.ts': "import { b } from './b'\n",
      'src/data/b.ts': "import { c } from './c'\n",
      'src/data/c.ts': "import { a } from './a'\n",
    }
    expect(breaches(ring)).toEqual([
      'src/data/a.ts: is imported by what it imports (src/data/a.ts > src/data/b.ts > src/data/c.ts)',
    ])
  })
})
