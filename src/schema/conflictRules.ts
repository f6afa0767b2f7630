import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import {
  type Conflict,
  NOT_STATED,
  OTHER_PARTY,
  type Term,
  UNSPECIFIED_KIND,
} from '../model/conflict'
import { parseDay } from '../model/day'
import { listWeapons, MAX_WEAPONS } from '../model/weapons'

/** Reports of exactly two sides can be paired. */
const SIDES = 2

/** Faults within a dataset.json that its schema cannot express. */
export function conflictRuleIssues(conflict: Conflict, file: string): readonly Issue[] {
  const { parties, accused, kinds, languages, actors } = conflict
  const found = new IssueCollector(file, null, '')
  checkTerms('parties', parties, OTHER_PARTY, found)
  checkTerms('accused', accused, NOT_STATED, found)
  checkTerms('kinds', kinds, UNSPECIFIED_KIND, found)
  for (const [index, { weapons }] of kinds.entries()) {
    checkUnique(weapons, (at) => `kinds.${index}.weapons.${at}`, found)
  }
  const weapons = listWeapons(conflict).length
  if (weapons > MAX_WEAPONS) {
    found.error('tooManyEntries', 'kinds.weapons', { found: weapons, most: MAX_WEAPONS })
  }
  checkUnique(idsOf(languages), (at) => `languages.${at}.id`, found)
  checkUnique(conflict.focus, (at) => `focus.${at}`, found)
  checkUnique(conflict.unitWords, (at) => `unitWords.${at}`, found)

  const sides = new Set(parties.flatMap(({ side }) => side ?? []))
  // The actors of a file's own are on no side.
  const hasNone = 'published' in conflict && sides.size === 0
  if (sides.size !== SIDES && !hasNone) found.error('sideCount', 'parties', { found: sides.size })

  const refer = (column: string, value: string, list: 'parties' | 'accused') => {
    if (!idsOf(conflict[list]).includes(value)) {
      found.error('referenceUnknown', column, { value, list })
    }
  }
  for (const [index, { party }] of actors.parties.entries()) {
    refer(`actors.parties.${index}.party`, party, 'parties')
  }
  for (const [index, mapping] of actors.accused.entries()) {
    refer(`actors.accused.${index}.party`, mapping.party, 'parties')
    refer(`actors.accused.${index}.accused`, mapping.accused, 'accused')
  }

  checkWindow(conflict.firstWindow, found)
  for (const key of ['bbox', 'focusBox'] as const) {
    const [west, south, east, north] = conflict[key]
    const isBox = west < east && south < north && south >= -90 && north <= 90
    if (!isBox) found.error('notBox', key)
  }
  return found.list
}

/** Faults of a dataset.json that show only against its places.csv. */
export function conflictPlaceIssues(
  { focus, languages }: Conflict,
  file: string,
  places: { readonly columns: readonly string[]; readonly areas: ReadonlySet<string> },
): readonly Issue[] {
  const found = new IssueCollector(file, null, '')
  for (const [index, id] of focus.entries()) {
    if (!places.areas.has(id)) found.error('focusUnknown', `focus.${index}`, { value: id })
  }
  for (const [index, { column }] of languages.entries()) {
    if (places.columns.includes(column)) continue
    found.error('languageColumn', `languages.${index}.column`, { value: column })
  }
  return found.list
}

function checkTerms(
  list: 'parties' | 'accused' | 'kinds',
  terms: readonly Term[],
  fallback: string,
  found: IssueCollector,
): void {
  for (const key of ['id', 'record', 'label'] as const) {
    const values = terms.map((term) => term[key])
    checkUnique(values, (at) => `${list}.${at}.${key}`, found)
  }
  if (!idsOf(terms).includes(fallback)) found.error('fallbackMissing', list, { id: fallback })
}

/** Values that are matched in any case must not differ by case alone. */
function checkUnique(
  values: readonly string[],
  path: (index: number) => string,
  found: IssueCollector,
): void {
  const lower = values.map((value) => value.toLowerCase())
  for (const [index, value] of values.entries()) {
    const first = lower.indexOf(value.toLowerCase())
    if (first < index) found.error('repeatedEntry', path(index), { value, first: path(first) })
  }
}

function checkWindow({ from, to }: Conflict['firstWindow'], found: IssueCollector): void {
  const [first, last] = [parseDay(from), parseDay(to)]
  if (first === null) found.error('notCalendarDay', 'firstWindow.from', { value: from })
  if (last === null) found.error('notCalendarDay', 'firstWindow.to', { value: to })
  if (first === null || last === null || first <= last) return
  found.error('windowReversed', 'firstWindow', { from, to })
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id)
}
