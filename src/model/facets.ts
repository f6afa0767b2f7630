import type { ColumnLabels, Conflict } from './conflict'
import type { Field } from './field'
import type { FieldName, REPORT_FIELDS } from './fields'
import { FIELD_NAMES, fieldOf } from './fields'
import type { Incident } from './report'
import { AGREEMENTS, PLACEMENTS } from './vocabulary'
import { listWeapons, OTHER_WEAPON } from './weapons'

/**
 * The filters with a list of values, by their key in links and options. Column facets come from the
 * list of fields. The others are computed: areas, sources, weapons by the words that name them,
 * whether a report was denied, how exactly its place is known, whether the sides agree, and in which
 * of several datasets it is.
 */
type ColumnFacetOf<Name extends FieldName> = (typeof REPORT_FIELDS)[Name] extends {
  readonly facet: { readonly key: infer Key extends string }
}
  ? Key
  : never
export type ColumnFacetKey = { [Name in FieldName]: ColumnFacetOf<Name> }[FieldName]
/** Facets whose values are codes, with one column of codes each. */
export type CodedFacetKey =
  | ColumnFacetKey
  | 'weapon'
  | 'denied'
  | 'placement'
  | 'agreement'
  | 'dataset'
export type FacetKey = 'area' | CodedFacetKey | 'source'

/** The columns that reports can be filtered by, in the order of the filters. */
export const COLUMN_FACETS: readonly { readonly key: ColumnFacetKey; readonly name: FieldName }[] =
  FIELD_NAMES.flatMap((name) => {
    const { facet } = fieldOf(name)
    return facet ? [{ key: facet.key as ColumnFacetKey, name, rank: facet.rank }] : []
  }).sort((a, b) => a.rank - b.rank)

export const CODED_FACETS: readonly CodedFacetKey[] = [
  ...COLUMN_FACETS.map(({ key }) => key),
  'weapon',
  'denied',
  'placement',
  'agreement',
  'dataset',
]
/** All facets in the order of links, options, exports and the panel. */
export const FACET_KEYS: readonly FacetKey[] = ['area', ...CODED_FACETS, 'source']

/** The options of the command, which reads one dataset at a time. */
export type OptionFacet = Exclude<FacetKey, 'dataset'>
export const OPTION_FACETS = FACET_KEYS.filter((key): key is OptionFacet => key !== 'dataset')

/** The values each filter lets through: sets of ids. An empty set lets everything through. */
export type Chosen = Readonly<Record<FacetKey, ReadonlySet<string>>>

export const NOTHING_CHOSEN: Chosen = Object.fromEntries(
  FACET_KEYS.map((key) => [key, new Set<string>()]),
) as unknown as Chosen

/** Represents an empty cell among the values of a closed list of words, and of weapons. */
export const WORD_NOT_STATED = 'not-stated'

const COMPUTED: Readonly<Partial<Record<CodedFacetKey, readonly string[]>>> = {
  denied: ['no', 'yes'],
  placement: PLACEMENTS,
  agreement: AGREEMENTS,
}

/** The column of a facet; undefined for a computed one. */
export function columnOfFacet(key: CodedFacetKey): FieldName | undefined {
  return COLUMN_FACETS.find((facet) => facet.key === key)?.name
}

/** The ids of a facet's values, in the order of their codes. */
export function facetValues(key: CodedFacetKey, conflict: Conflict): readonly string[] {
  if (key === 'weapon') {
    return [...listWeapons(conflict).map(({ id }) => id), OTHER_WEAPON, WORD_NOT_STATED]
  }
  if (key === 'dataset') return (conflict.datasets ?? []).map(({ id }) => id)
  const computed = COMPUTED[key]
  if (computed) return computed
  const name = columnOfFacet(key)
  const { from, words = [] }: Pick<Field, 'from' | 'words'> = name ? fieldOf(name) : {}
  return from ? conflict[from].map(({ id }) => id) : [...words, WORD_NOT_STATED]
}

/** Whether the values of a facet can depend on the files that are open. */
export function isOwnFacet(key: FacetKey): key is ColumnFacetKey | 'weapon' | 'dataset' {
  if (key === 'weapon' || key === 'dataset') return true
  const name = COLUMN_FACETS.find((facet) => facet.key === key)?.name
  return name !== undefined && fieldOf(name).from !== undefined
}

/** What a dataset of coded events calls the column of a facet; undefined where reports are claims. */
export function codedLabel({ columnLabels }: Conflict, key: FacetKey): string | undefined {
  if (key === 'weapon') return columnLabels?.weapons
  const name = COLUMN_FACETS.find((facet) => facet.key === key)?.name
  return columnLabels?.[name as keyof ColumnLabels]
}

/** Whether no report is a claim. */
export function isCodedOnly({ columnLabels, datasets }: Conflict): boolean {
  return columnLabels !== undefined && (datasets ?? []).every((each) => each.columnLabels)
}

/** The same for one report, as several datasets can be shown together. */
export function labelsOfReport(
  { dataset }: Pick<Incident, 'dataset'>,
  { columnLabels }: Pick<Conflict, 'columnLabels'>,
): ColumnLabels | undefined {
  return dataset ? dataset.columnLabels : columnLabels
}

export function hasSeveral(key: CodedFacetKey): boolean {
  const name = columnOfFacet(key)
  return key === 'weapon' || (name !== undefined && fieldOf(name).type === 'codes')
}

/** Whether only one value of a facet can be chosen at a time. */
export function isSingleChoice(key: FacetKey): boolean {
  return key === 'denied'
}
