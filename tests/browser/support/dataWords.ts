import { readFileSync } from 'node:fs'
import { listWeapons } from '../../../src/model/weapons'
import { readTable, readText, split } from '../../geodata/read'
import { CONFLICT } from '../../support/conflict'

/** The dataset that the site of the tests is built on. */
const FROZEN = 'tests/fixtures/dataset'

/** BCP 47 tag of the pseudo-locale (scripts/messages.mjs). */
const TAG = 'en-XA'
/** Codes, which are never shown as they are. */
const CODED = ['retaliation', 'time_precision', 'kind', 'accused_party', 'reporting_party']
/** Names that no catalogue has: of the page, of formats, and of languages in themselves. */
const NAMES = [
  ...['BibTeX', 'RIS', 'CSL-JSON'],
  ...['English', 'Azərbaycanca', 'Հայերեն', 'Русский'],
]
/** What stands between names in a list, or round them. */
const BETWEEN = /[,;·•()–:|]|\s/g

/** Tells what comes from the data, or from Intl, from what should come from the catalogue. */
export function createDataWords(): (text: string) => boolean {
  const known = new Set(NAMES)
  const add = (text: string) => {
    for (const part of [text, ...split(text)]) known.add(normalised(part))
  }
  for (const file of ['incidents.csv', 'sources.csv', 'places.csv']) {
    for (const row of readTable(file, FROZEN)) {
      for (const [column, cell] of Object.entries(row)) if (!CODED.includes(column)) add(cell)
    }
  }
  for (const text of strings(JSON.parse(readText('dataset.json', FROZEN)))) add(text)
  for (const { label } of listWeapons(CONFLICT)) add(label)
  for (const text of strings(JSON.parse(readFileSync('public/config.json', 'utf8')))) add(text)
  const languages = new Intl.DisplayNames(TAG, { type: 'language' })
  for (const { language } of readTable('sources.csv', FROZEN)) {
    if (language) known.add(languages.of(language) ?? language)
  }
  const dates = dateNames()

  /** Whole, or names in a row. */
  const isKnown = (text: string): boolean => {
    const trimmed = text.replace(/^[\s\d\p{P}|]+/u, '').trim()
    if (!/\p{L}/u.test(trimmed) || known.has(trimmed)) return true
    if (known.has(text.trim())) return true
    return [...trimmed.matchAll(BETWEEN)].some(({ index }) => {
      const head = trimmed.slice(0, index).trim()
      return known.has(head) && isKnown(trimmed.slice(index))
    })
  }
  return (text) => isKnown(normalised(text)) || isKnown(normalised(text).replace(dates, ''))
}

function normalised(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Months and days of the week, as Intl names them in dates. */
function dateNames(): RegExp {
  const names = new Set<string>()
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(TAG, { month: style, timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(TAG, { weekday: style, timeZone: 'UTC' })
    for (let index = 0; index < 12; index++) {
      names.add(month.format(new Date(Date.UTC(2024, index, 1))))
      names.add(weekday.format(new Date(Date.UTC(2024, 0, 1 + index))))
    }
  }
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  return new RegExp(`\\b(${longestFirst.join('|')})\\b`, 'g')
}

function strings(json: unknown): string[] {
  if (typeof json === 'string') return [json]
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(strings) : []
}
