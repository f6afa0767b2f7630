import { buildGazetteer } from '../join/gazetteer'
import type { Day, DayRange } from '../model/day'
import { formatDay, parseDay } from '../model/day'
import type { AreaId, SourceId } from '../model/ids'
import type { Place } from '../model/place'
import { NOT_LOCATED } from '../model/vocabulary'
import { unfiltered } from '../query/conditions'
import type { Filter } from '../query/filter'
import { FILTER_IDS, isOneOf, readDays } from '../query/filterValues'
import type { Dataset } from '../store/dataset'
import { usage } from './failure'

/** The options that choose a slice; each is the key of the same name in a link. */
export const FILTER_OPTIONS = [
  'from',
  'to',
  'off',
  'area',
  'by',
  'accused',
  'kind',
  'denied',
  'placement',
  'agreement',
  'source',
  'possible',
  'q',
] as const

/** Values as given: an option that is given twice holds both. */
export type FilterValues = Readonly<Partial<Record<(typeof FILTER_OPTIONS)[number], string[]>>>

/**
 * The filter that the options ask for. Without dates it is all that is on file; with one of the two, all
 * from or up to it. Throws a Failure that names the option for any value that cannot be.
 */
export function readFilter(values: FilterValues, dataset: Dataset): Filter {
  const { areas, sources } = dataset
  const off = readDays(last(values, 'off') ?? '')
  if (values.off && off.unknown.length > 0) {
    throw usage({ code: 'wrongDays', params: given('off', off.unknown) })
  }
  const possible = last(values, 'possible') ?? '1'
  if (possible !== '0' && possible !== '1') throw wrongChoice('possible', possible, ['0', '1'])
  const denied = last(values, 'denied') ?? null
  if (denied !== null && !isOneOf('denied')(denied)) {
    throw wrongChoice('denied', denied, FILTER_IDS.denied)
  }
  return {
    ...unfiltered(windowOf(values, dataset)),
    off: values.off ? off.days : new Set<Day>(),
    areas: new Set(buildAreas(values, areas)),
    by: chosen(values, 'by') as Filter['by'],
    accused: chosen(values, 'accused') as Filter['accused'],
    kinds: chosen(values, 'kind') as Filter['kinds'],
    denied: denied as Filter['denied'],
    placements: chosen(values, 'placement') as Filter['placements'],
    agreements: chosen(values, 'agreement') as Filter['agreements'],
    sources: new Set(chosenSources(values, sources)),
    query: last(values, 'q') ?? '',
    possible: possible === '1',
  }
}

function windowOf(values: FilterValues, { span }: Dataset): DayRange {
  const from = dayOf(values, 'from')
  const to = dayOf(values, 'to')
  if (from !== null && to !== null && from > to) {
    const params = { from: formatDay(from), to: formatDay(to) }
    throw usage({ code: 'reversedDates', params })
  }
  const all = span ?? { from: (from ?? to ?? 0) as Day, to: (to ?? from ?? 0) as Day }
  return {
    from: from ?? (Math.min(all.from, to ?? all.from) as Day),
    to: to ?? (Math.max(all.to, from ?? all.to) as Day),
  }
}

function dayOf(values: FilterValues, option: 'from' | 'to'): Day | null {
  const value = last(values, option)
  if (value === undefined) return null
  const day = parseDay(value)
  if (day === null) throw usage({ code: 'wrongDay', params: { option, value } })
  return day
}

function buildAreas(values: FilterValues, areas: Dataset['areas']): AreaId[] {
  const isArea = (id: string) => id === NOT_LOCATED || areas.has(id as AreaId)
  const unknown = list(values, 'area').filter((id) => !isArea(id))
  if (unknown.length > 0) {
    const hints = unknown.flatMap((name) => areaByName(name, areas))
    const { value } = given('area', unknown)
    if (hints.length === 0) throw usage({ code: 'wrongArea', params: { value } })
    throw usage({ code: 'wrongAreaNamed', params: { value, known: hints.join(',') } })
  }
  return list(values, 'area') as AreaId[]
}

/** The areas that go by a name in any of its spellings. */
function areaByName(name: string, areas: Dataset['areas']): readonly AreaId[] {
  const places = [...areas.values()].map((area): Place => {
    const { id, label, ...rest } = area
    const place = { otherNames: [], districts: [id], position: label, source: '' }
    return { ...rest, ...place, id: id as string as Place['id'] }
  })
  return buildGazetteer(places).area(name)?.areas ?? []
}

function chosen(values: FilterValues, option: Exclude<keyof typeof FILTER_IDS, 'denied'>) {
  const isKnown = isOneOf(option)
  const unknown = list(values, option).filter((id) => !isKnown(id))
  if (unknown.length === 0) return new Set(list(values, option))
  const known = FILTER_IDS[option].join(', ')
  throw usage({ code: 'wrongChoices', params: { ...given(option, unknown), known } })
}

function chosenSources(values: FilterValues, sources: Dataset['sources']): SourceId[] {
  const ids = list(values, 'source') as SourceId[]
  const unknown = ids.filter((id) => !sources.has(id))
  if (unknown.length === 0) return ids
  throw usage({ code: 'wrongSource', params: given('source', unknown) })
}

function list(values: FilterValues, option: keyof FilterValues): string[] {
  return (values[option] ?? []).flatMap((value) => value.split(',')).filter((id) => id !== '')
}

function last(values: FilterValues, option: keyof FilterValues): string | undefined {
  return values[option]?.at(-1)
}

function given(option: string, values: readonly string[]) {
  return { option, value: values.join(',') }
}

function wrongChoice(option: string, value: string, choices: readonly string[]) {
  const params = { option, value, known: choices.join(', ') }
  return usage({ code: 'wrongChoice', params })
}
