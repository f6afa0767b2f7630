import { type DatasetInfo, NOT_STATED_VERSION } from '../export/provenance'
import type { ColouredTerm, Conflict, Kind, Party, Term } from '../model/conflict'
import { emptyTerm, OTHER_TERM } from '../model/own/ownVocabulary'
import type { Area } from '../model/place'
import { codesOfCountries } from '../read/columns/countryNames'
import { codeColumns } from './countTables'
import { bytesAlways, chooseWindow, spanOf } from './firstView'
import type { Published, PublishedConflict, PublishedFile } from './publishedFolder'
import type { PublishedReports } from './publishFolder'

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
  const { reports, rejected, repeated, bounds, zooms, overviewUnit, left, counted } = written
  const span = spanOf(counted)
  const named = Array.from(areas, ({ id, name }) => ({ id, name }))
  const published: Published = {
    format: 1,
    ...about,
    reports,
    rejected,
    repeated,
    ...(span && { span }),
    ...(bounds ? { bounds } : { countries: codesOfCountries(named.map(({ name }) => name)) }),
    areas: named,
    facets: codeColumns(left),
    left,
    zooms,
    overviewUnit,
  }
  const { formerUnits, $schema: _, ...others } = conflict as Conflict & { $schema?: string }
  const isCoded = conflict.columnLabels !== undefined
  const { colour, cue, ...unspecified } = emptyTerm('kinds', isCoded)
  const { title, shortTitle, version, released, compiled, licence, attribution } = info
  const dataset = {
    ...others,
    ...{ title, shortTitle, version, released, compiled, licence, attribution },
    ...(version === NOT_STATED_VERSION && aboutFiles(info)),
    ...(formerUnits && { formerUnits }),
    parties: withTerm(conflict.parties, OTHER_TERM as Party),
    accused: withTerm(conflict.accused, emptyTerm('accused', isCoded) as ColouredTerm<never>),
    kinds: withTerm(conflict.kinds, { ...unspecified, weapons: [] } as Term as Kind),
    actors: conflict.weapons ? NO_ACTORS : conflict.actors,
    published,
    files,
  }
  const firstWindow = chooseWindow(conflict.firstWindow, counted, bytesAlways(dataset))
  return { ...dataset, firstWindow }
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
