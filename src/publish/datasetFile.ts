import { type DatasetInfo, NOT_STATED_VERSION } from '../export/provenance'
import type { ColouredTerm, Conflict, Kind, Party, Term } from '../model/conflict'
import { type Day, type DayRange, formatDay, parseDay } from '../model/day'
import { emptyTerm, OTHER_TERM } from '../model/own/ownVocabulary'
import type { Area } from '../model/place'
import { codeColumns } from './countTables'
import type { Published, PublishedConflict, PublishedFile } from './publishedFolder'
import type { PublishedReports } from './publishFolder'
import { COUNTS } from './reportTables'

/** Bytes of counts that the first view may need. */
const FIRST_VIEW = 400_000
/** Days that it shows where nobody chose them. */
const FIRST_DAYS = 30

/** What a published folder says of itself, besides its files. */
export interface About extends Pick<Published, 'program' | 'generated' | 'engine' | 'inputs'> {
  readonly info: DatasetInfo
  readonly areas: Iterable<Area>
}

/** The dataset.json of a published folder. */
export function datasetFile(
  conflict: Conflict,
  written: Omit<PublishedReports, 'files'>,
  files: readonly PublishedFile[],
  { info, areas, ...about }: About,
): PublishedConflict {
  const { reports, rejected, repeated, bounds, zooms, overviewUnit, left, countGroups } = written
  const counts = files.find(({ path }) => path === COUNTS)
  const { from = '', to = '' } = counts ?? {}
  const published: Published = {
    format: 1,
    ...about,
    reports,
    rejected,
    repeated,
    ...(from !== '' && { span: { from, to } }),
    ...(bounds && { bounds }),
    areas: Array.from(areas, ({ id, name }) => ({ id, name })),
    facets: codeColumns(left),
    left,
    zooms,
    overviewUnit,
  }
  const { formerUnits, $schema: _, ...others } = conflict as Conflict & { $schema?: string }
  const isCoded = conflict.columnLabels !== undefined
  const { colour, cue, ...unspecified } = emptyTerm('kinds', isCoded)
  const { title, shortTitle, version, released, compiled, licence, attribution } = info
  return {
    ...others,
    ...{ title, shortTitle, version, released, compiled, licence, attribution },
    ...(version === NOT_STATED_VERSION && aboutFiles(info)),
    ...(formerUnits && { formerUnits }),
    firstWindow: firstWindow(conflict, { from, to }, countGroups),
    parties: withTerm(conflict.parties, OTHER_TERM as Party),
    accused: withTerm(conflict.accused, emptyTerm('accused', isCoded) as ColouredTerm<never>),
    kinds: withTerm(conflict.kinds, { ...unspecified, weapons: [] } as Term as Kind),
    actors: conflict.weapons ? NO_ACTORS : conflict.actors,
    published,
    files,
  }
}

/** Nothing that is said of the records of a conflict is known of other files. */
function aboutFiles({ title, attribution }: DatasetInfo): Partial<Conflict> {
  return {
    description: `Reports of ${title}.`,
    compiledFrom: title,
    keywords: [title],
    region: NOT_STATED_VERSION,
    credits: attribution,
    corrections: undefined,
  }
}

/** A file with actors of its own has been coded by them. */
const NO_ACTORS = { authorities: [], parties: [], accused: [], unknown: [] }

/** Every list has the term of empty and unknown values; codes of the others stay the same. */
function withTerm<T extends Term>(terms: readonly T[], fallback: T): readonly T[] {
  return terms.some(({ id }) => id === fallback.id) ? terms : [...terms, fallback]
}

/** The days of the conflict, or the last ones; fewer while they need too many bytes of counts. */
function firstWindow(
  { firstWindow: chosen }: Conflict,
  span: { readonly from: string; readonly to: string },
  groups: PublishedReports['countGroups'],
): Conflict['firstWindow'] {
  const [first, last] = [parseDay(span.from), parseDay(span.to)]
  if (first === null || last === null) return chosen
  const bytesOf = (range: DayRange) =>
    groups
      .filter(({ from, to }) => from <= range.to && to >= range.from)
      .reduce((sum, { bytes }) => sum + bytes, 0)
  const [from, to] = [parseDay(chosen.from), parseDay(chosen.to)]
  if (from !== null && to !== null && first <= to && from <= last) {
    if (bytesOf({ from, to }) <= FIRST_VIEW) return chosen
  }
  let range: DayRange = { from: Math.max(first, last - FIRST_DAYS + 1) as Day, to: last }
  while (range.from < range.to && bytesOf(range) > FIRST_VIEW) {
    range = { from: Math.ceil((range.from + range.to) / 2) as Day, to: last }
  }
  return { from: formatDay(range.from), to: formatDay(range.to), reason: 'the last days on file' }
}
