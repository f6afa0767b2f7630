import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { conflictPlaceIssues } from '../../src/schema/conflictRules'
import { conflictSchemaIssues } from '../../src/schema/conflictSchema'
import { findJsonFault } from '../../src/schema/jsonFault'
import { parseConflict } from '../../src/schema/parseConflict'
import { runs } from '../propertyRuns'
import { schemaFaults } from '../support/jsonSchemaChecker'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Path = readonly (string | number)[]

const schema = JSON.parse(read('geodata/schema/dataset.schema.json'))
const FOLDERS = ['geodata', 'tests/fixtures/orlavia', 'tests/fixtures/dataset']
const VALUES = FOLDERS.map((folder): Json => JSON.parse(read(`${folder}/dataset.json`)))
const ORLAVIA = VALUES[1] as Json

/** What may stand where something else should. */
const WRONG: readonly Json[] = [
  ...[null, true, -181, 181, 7.5, [], ['', ''], {}, { id: 1 }],
  ...['', ' ', 'x', 'A b', '#FFFFFF', '2031-13-01'],
]

test.each(FOLDERS)('%s/dataset.json has no fault', (folder) => {
  expect(parseConflict(read(`${folder}/dataset.json`), '').issues).toEqual([])
})

describe('the schema', () => {
  it('agrees with a checker of JSON Schema when a key is wrong, missing or too much', () => {
    const broken = fc.constantFrom(...VALUES).chain((value) =>
      fc.constantFrom(...pathsOf(value)).chain((path) =>
        fc.oneof(
          fc.constantFrom(...WRONG).map((wrong) => changed(value, path, () => wrong)),
          fc.constant(changed(value, path, () => undefined)),
          fc.constant(changed(value, [...path, 'extra'], () => 1)),
        ),
      ),
    )
    fc.assert(
      fc.property(broken, (value) => {
        const own = conflictSchemaIssues(value, '').map(({ column }) => column)
        expect(new Set(own)).toEqual(new Set(theirFaults(value)))
      }),
      { numRuns: runs(2000) },
    )
  })

  it('has an example for each pattern, which it matches', () => {
    const rules = everyRule(schema).filter(({ pattern }) => pattern !== undefined)
    expect(rules.length).toBeGreaterThan(20)
    for (const { pattern, examples } of rules) {
      expect(examples?.[0]).toMatch(new RegExp(String(pattern), 'u'))
    }
  })

  it('has no keyword that the command line does not read, and closes every object', () => {
    const read = `$schema title description examples type enum pattern minLength minimum maximum
      minItems maxItems items required properties additionalProperties`.split(/\s+/)
    for (const rule of everyRule(schema)) {
      for (const keyword of Object.keys(rule)) expect(read).toContain(keyword)
      if (rule.type === 'object') expect(rule.additionalProperties).toBe(false)
    }
  })
})

test.each([
  ['conflictNotJson', '', ''],
  ['conflictNotObject', '', []],
  ['keyMissing', 'actors.unknown', undefined],
  ['keyUnknown', 'parties.0.flag', true],
  ['keyType', 'kinds.4.weapons', ''],
  ['keyForm', 'parties.0.colour.light', 'purple'],
  ['keyForm', 'utcOffset', 'UTC-3'],
  ['keyForm', 'corrections', 'https://example.org/errors'],
  ['keyForm', 'corrections', 'javascript:alert("{id}")'],
  ['keyEmpty', 'title', ''],
  ['keyValue', 'parties.1.cue', 'dotted'],
  ['keyRange', 'bbox.0', -181],
  ['tooFewEntries', 'focusBox', [1, 2, 3]],
  ['tooManyEntries', 'focusBox', [1, 2, 3, 4, 5]],
])('%s at %s: %j', (code, path, value) => {
  const text = path === '' && value === '' ? '' : JSON.stringify(orlaviaWith(path, value))
  const { issues } = parseConflict(text, 'dataset.json')
  expect(issues.map((issue) => [issue.code, issue.column])).toEqual([[code, path]])
})

describe('what the schema cannot say', () => {
  test.each([
    ['repeatedEntry', 'kinds.1.id', 'warning-shots'],
    ['repeatedEntry', 'accused.1.record', 'ORLAVIA'],
    ['repeatedEntry', 'parties.2.label', 'Meridon'],
    ['repeatedEntry', 'kinds.0.weapons.1', 'rifle'],
    ['repeatedEntry', 'languages.2.id', 'pt'],
    ['repeatedEntry', 'focus.1', 'corvane'],
    ['repeatedEntry', 'unitWords.1', 'district'],
    ['fallbackMissing', 'parties.2.id', 'others', 'parties'],
    ['fallbackMissing', 'accused.3.id', 'unknown', 'accused'],
    ['fallbackMissing', 'kinds.5.id', 'unknown', 'kinds'],
    ['sideCount', 'parties.1.side', 'orlavia', 'parties'],
    ['sideCount', 'parties.2.side', 'third', 'parties'],
    ['referenceUnknown', 'actors.parties.0.party', 'x'],
    ['referenceUnknown', 'actors.accused.0.party', 'river-wardens'],
    ['referenceUnknown', 'actors.accused.1.accused', 'other'],
    ['notCalendarDay', 'firstWindow.from', '2031-02-30'],
    ['notCalendarDay', 'firstWindow.to', '2031-04-31'],
    ['windowReversed', 'firstWindow.to', '2031-03-16', 'firstWindow'],
    ['notBox', 'bbox.0', -35.1, 'bbox'],
    ['notBox', 'bbox.1', 25, 'bbox'],
    ['notBox', 'focusBox.3', 90.5, 'focusBox'],
  ])('%s at %s: %s', (code, path, value, column = path) => {
    const { conflict, issues } = parseConflict(JSON.stringify(orlaviaWith(path, value)), '')
    expect(conflict).toBeNull()
    expect(issues.map((issue) => [issue.code, issue.column])).toEqual([[code, column]])
  })

  it('allows as many weapons as a code has bits for', () => {
    const words = Array.from({ length: 30 }, (_, index) => `rifle ${index}`)
    const { issues } = parseConflict(JSON.stringify(orlaviaWith('kinds.4.weapons', words)), '')
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['tooManyEntries', 'kinds.weapons'],
    ])
  })

  it('holds focus and languages against the gazetteer', () => {
    const { conflict } = parseConflict(JSON.stringify(ORLAVIA), '')
    if (!conflict) throw new Error('Orlavia has a fault.')
    const areas = new Set(['corvane', 'sarnock'])
    const places = { columns: ['id', 'name', 'name_pt'], areas }
    const found = conflictPlaceIssues(conflict, '', places)
    expect(found.map(({ column, params }) => [column, params])).toEqual([
      ['focus.1', { value: 'aldemar' }],
      ['languages.2.column', { value: 'name_eo' }],
    ])
  })
})

/** The conflict of Orlavia with another value at a path. */
function orlaviaWith(path: string, value: Json | undefined): Json {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return changed(ORLAVIA, path === '' ? [] : keys, () => value)
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

/** The paths at which the checker finds a fault; a key that is missing or too much counts by itself. */
function theirFaults(value: Json): string[] {
  return schemaFaults(schema, value).map((fault) => {
    const [, path = '', key] = /^(\S*): (?:(?:lacks|has) (\S+)$)?/.exec(fault) ?? []
    return (key ? `${path}/${key}` : path).slice(1).replaceAll('/', '.')
  })
}

function pathsOf(value: Json): Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  const entries = Array.isArray(value)
    ? value.map((each, at) => [at, each] as const)
    : Object.entries(value)
  return [[], ...entries.flatMap(([key, each]) => pathsOf(each).map((rest) => [key, ...rest]))]
}

/** A copy with another value at a path; undefined takes it out. What is there must be able to hold it. */
function changed(value: Json, [key, ...rest]: Path, change: () => Json | undefined): Json {
  if (key === undefined) return change() ?? null
  if (typeof value !== 'object' || value === null) return value
  const inner = (value as Record<string | number, Json>)[key] ?? null
  const next = rest.length === 0 ? change() : changed(inner, rest, change)
  if (Array.isArray(value)) {
    if (typeof key === 'string') return value
    const put = next === undefined ? [] : [next]
    return [...value.slice(0, key), ...put, ...value.slice(key + 1)]
  }
  return Object.fromEntries(
    Object.entries({ ...value, [key]: next }).filter(([, each]) => each !== undefined),
  ) as Json
}

interface Rule extends Readonly<Record<string, unknown>> {
  readonly examples?: readonly unknown[]
  readonly items?: Rule
  readonly properties?: Readonly<Record<string, Rule>>
}

function everyRule(rule: Rule): Rule[] {
  const inner = [...Object.values(rule.properties ?? {}), ...(rule.items ? [rule.items] : [])]
  return [rule, ...inner.flatMap(everyRule)]
}

test('the fault of a text that is not JSON is found where a strict reader stops', () => {
  const faultAt = (text: string) => Object.values(findJsonFault(text)).join(':')
  expect(faultAt('{"a": 1,\n "b": [1, 2,]}')).toBe('2:13')
  expect(faultAt('{"a": 1\n "b": 2}')).toBe('2:2')
  expect(faultAt('{"a": 1')).toBe('1:8')
  expect(faultAt("{'a': 1}")).toBe('1:2')
  expect(faultAt('[1] 2')).toBe('1:5')
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, place) => {
      const at = place % (json.length + 1)
      const text = `${json.slice(0, at)}#${json.slice(at)}`
      const { character } = findJsonFault(text)
      // Inside a string the sign is part of it.
      if (json.indexOf('"') < 0) expect(character).toBeLessThanOrEqual(at + 1)
      expect(character).toBeGreaterThan(0)
      expect(findJsonFault(json).character).toBe(json.length + 1)
    }),
  )
})
