import { gazetteerOf } from '../join/gazetteer'
import type { Day, DayRange } from '../model/day'
import { formatDay, parseDay } from '../model/day'
import {
  type Chosen,
  facetValues,
  isSingleChoice,
  NOTHING_CHOSEN,
  OPTION_FACETS,
  type OptionFacet,
} from '../model/facets'
import type { AreaId, SourceId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import type { Filter } from '../query/filter'
import { readDays } from '../query/filterValues'
import { readQuery } from '../query/search/readQuery'
import { readDateWords } from '../read/dateWords'
import type { Dataset } from '../store/dataset'
import { usage } from './failure'

/** The options that choose a slice; each is the key of the same name in a link. */
export const FILTER_OPTIONS = ['from', 'to', 'off', ...OPTION_FACETS, 'possible', 'q'] as const
export type FilterOption = (typeof FILTER_OPTIONS)[number]

/** Values as given: an option that is given twice has both. */
export type FilterValues = Readonly<Partial<Record<FilterOption, string[]>>>

/**
 * Builds the filter from the options. Without dates, the window is everything on file; with one
 * date, everything from or up to it. Throws a Failure that names the option of an invalid value.
 */
export function readFilter(values: FilterValues, dataset: Dataset): Filter {
  const off = readDays(last(values, 'off') ?? '')
  if (values.off && off.unknown.length > 0) {
    throw usage({ code: 'wrongDays', params: given('off', off.unknown) })
  }
  const possible = last(values, 'possible') ?? '1'
  if (possible !== '0' && possible !== '1') throw wrongChoice('possible', possible, ['0', '1'])
  return {
    window: windowOf(values, dataset),
    off: values.off ? off.days : new Set<Day>(),
    chosen: {
      ...NOTHING_CHOSEN,
      ...Object.fromEntries(
        OPTION_FACETS.map((key) => [key, new Set(readChosen(key, values, dataset))]),
      ),
    } as Chosen,
    query: readQuery(last(values, 'q') ?? '', dataset.span, readDateWords),
    possible: possible === '1',
  }
}

function readChosen(key: OptionFacet, values: FilterValues, dataset: Dataset): string[] {
  if (key === 'area') return readAreas(values, dataset)
  if (key === 'source') {
    const unknown = list(values, key).filter((id) => !dataset.sources.has(id as SourceId))
    if (unknown.length > 0) throw usage({ code: 'wrongSource', params: given(key, unknown) })
    return list(values, key)
  }
  const ids = facetValues(key, dataset.conflict)
  const isUnknown = (id: string) => !ids.includes(id)
  if (!isSingleChoice(key)) {
    const unknown = list(values, key).filter(isUnknown)
    if (unknown.length === 0) return list(values, key)
    throw usage({ code: 'wrongChoices', params: { ...given(key, unknown), known: ids.join(', ') } })
  }
  const id = last(values, key)
  if (id !== undefined && isUnknown(id)) throw wrongChoice(key, id, ids)
  return id === undefined ? [] : [id]
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

function readAreas(values: FilterValues, dataset: Dataset): string[] {
  const isArea = (id: string) => id === NOT_LOCATED || dataset.areas.has(id as AreaId)
  const unknown = list(values, 'area').filter((id) => !isArea(id))
  if (unknown.length > 0) {
    const hints = unknown.flatMap((name) => areaByName(name, dataset))
    const { value } = given('area', unknown)
    if (hints.length === 0) throw usage({ code: 'wrongArea', params: { value } })
    throw usage({ code: 'wrongAreaNamed', params: { value, known: hints.join(',') } })
  }
  return list(values, 'area')
}

function areaByName(name: string, dataset: Dataset): readonly AreaId[] {
  const gazetteer = gazetteerOf(dataset)
  const [similar = ''] = gazetteer.nearest(name)
  return (gazetteer.area(name) ?? gazetteer.area(similar))?.areas ?? []
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
