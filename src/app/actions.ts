import { batch, type Signal } from '@preact/signals'
import { type Part, SHIPPED } from '../files/shownFile'
import type { AccusedId, PartyId } from '../model/conflict'
import type { DayRange, Unit } from '../model/day'
import { addDays, intersect, lengthOf, sliceAround, splitWindow } from '../model/day'
import { type FacetKey, isSingleChoice, NOTHING_CHOSEN } from '../model/facets'
import type { AreaId } from '../model/ids'
import { daysOf } from '../model/interval'
import type { Pane, Selection } from '../model/view'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** Days. A longer period is first shown by month. */
const MAX_DAYS = 60

/** Everything a user can do. The other files here write the state from links and files. */

/** Moves the window. A reversed one is swapped, and days outside the data are allowed. */
export function setWindow(range: DayRange): void {
  batch(() => {
    state.timeWindow.value = range.from <= range.to ? range : { from: range.to, to: range.from }
    state.firstVisit.value = false
  })
}

/** Moves the window to a period that was chosen as a whole. */
export function choosePeriod(range: DayRange): void {
  batch(() => {
    setWindow(range)
    state.periodsChosen.value++
  })
}

/** Shows all days that any report touches, month by month. */
export function showAllDates(): void {
  const { span } = state.dataset.value
  if (!span) return
  batch(() => {
    choosePeriod(span)
    state.off.value = new Set()
    state.unit.value = 'month'
  })
}

/** Shows all reports on file in an area (or NOT_LOCATED), or everywhere, whatever hid them. */
export function showAllIn(area: AreaId | null): void {
  batch(() => {
    clearFilters()
    choose('area', area === null ? [] : [area])
    state.possible.value = true
    showAllDates()
  })
}

/** Moves the window one step (`steppedWindow`); does nothing if no data would be left in it. */
export function stepWindow(direction: 1 | -1): boolean {
  const next = steppedWindow(state.timeWindow.value, state.unit.value, direction)
  const { span } = state.dataset.value
  if (!span || !intersect(next, span)) return false
  setWindow(next)
  return true
}

/** The window one step further: its first and last unit each move by one. */
export function steppedWindow(window: DayRange, unit: Unit, direction: 1 | -1): DayRange {
  if (unit === 'all') {
    const shift = lengthOf(window) * direction
    return { from: addDays(window.from, shift), to: addDays(window.to, shift) }
  }
  if (unit === 'day' || unit === 'week') {
    const shift = (unit === 'day' ? 1 : 7) * direction
    return { from: addDays(window.from, shift), to: addDays(window.to, shift) }
  }
  const beside = (day: DayRange['from']) => {
    const month = sliceAround(day, 'month')
    return sliceAround(addDays(direction > 0 ? month.to : month.from, direction), 'month')
  }
  return { from: beside(window.from).from, to: beside(window.to).to }
}

/** Switches the days of a slice off, or on again when all of them are off. */
export function toggleDates(range: DayRange): void {
  const off = new Set(state.off.value)
  const days = splitWindow(range, 'day').map(({ from }) => from)
  const allOff = days.every((day) => off.has(day))
  for (const day of days) {
    if (allOff) off.delete(day)
    else off.add(day)
  }
  state.off.value = off
}

export function switchAllDatesOn(): void {
  state.off.value = new Set()
}

/** Selects a value of a facet, or deselects it; replaces the selection of a single-choice facet. */
export function toggle(facet: FacetKey, id: string): void {
  const before = state.chosen.value[facet]
  choose(facet, isSingleChoice(facet) && !before.has(id) ? [id] : toggled(before, id))
}
/** Lets only these values of a facet through; all if there are none. */
export function choose(facet: FacetKey, ids: Iterable<string>): void {
  state.chosen.value = { ...state.chosen.value, [facet]: new Set(ids) }
}
/** Shows one party's claims against another only; all again if that is what is shown. */
export function showClaims(by: PartyId, accused: AccusedId): void {
  const { chosen } = state
  const shown = chosen.value.by.has(by) && chosen.value.accused.has(accused)
  const alone = chosen.value.by.size === 1 && chosen.value.accused.size === 1
  batch(() => {
    choose('by', shown && alone ? [] : [by])
    choose('accused', shown && alone ? [] : [accused])
  })
}
/** Resets every filter except the window. */
export function clearFilters(): void {
  batch(() => {
    state.chosen.value = NOTHING_CHOSEN
    state.query.value = ''
  })
}

/** Shows datasets; `dataset` is all of them as one. */
export function showParts(
  parts: readonly Part[],
  dataset: typeof state.dataset.value = parts[0]?.dataset ?? state.EMPTY,
): void {
  batch(() => {
    state.parts.value = parts
    if (parts.every(({ folder }) => !folder)) state.folder.value = null
    state.dataset.value = dataset
    state.dataKey.value = state.shown.value?.key ?? null
    state.missing.value = null
    state.loaded.value = true
  })
}

/** Shows the records that ship with the site, and nothing else. */
export function showRecords(dataset: typeof state.dataset.value): void {
  showParts([{ id: SHIPPED, name: SHIPPED_CONFLICT.shortTitle, dataset, opened: null }])
}

/** Shows nothing, because the file of the address is not here. The address stays. */
export function showMissing(key: string, reason: string): void {
  batch(() => {
    showParts([])
    state.dataKey.value = key
    state.missing.value = reason
    state.selection.value = null
  })
}

/** Shows a newly opened dataset from its first day to its last, without filters. */
export function showWholeDataset(): void {
  const { span } = state.dataset.value
  batch(() => {
    clearFilters()
    state.selection.value = null
    state.off.value = new Set()
    if (!span) return
    setWindow(span)
    state.unit.value = lengthOf(span) <= MAX_DAYS ? 'day' : 'month'
  })
}

export function showOutlines(outlines: typeof state.outlines.value): void {
  state.outlines.value = outlines
  state.boundariesKey.value = outlines?.file.key ?? null
}

/** Brings a report into the slice: window, dates and filters let it through. */
export function showReport(id: Extract<Selection, { kind: 'incident' }>['id']): void {
  const row = state.dataset.value.rowOf.get(id)
  const incident = row === undefined ? undefined : state.dataset.value.incidents.at(row)
  if (row === undefined || !incident) return
  const days = daysOf(incident.interval)
  batch(() => {
    if (days.from < state.timeWindow.value.from || days.to > state.timeWindow.value.to)
      setWindow(days)
    const off = new Set(state.off.value)
    for (let day = days.from; day <= days.to; day = addDays(day, 1)) off.delete(day)
    state.off.value = off
    if (state.fails.value[row] !== 0) clearFilters()
  })
}

export const setFolder = setterOf(state.folder)
export const setReading = setterOf(state.reading)
export const showCells = setterOf(state.cellsInView)
export const setUnit = setterOf(state.unit)
export const setPossible = setterOf(state.possible)
export const setQuery = setterOf(state.query)
export const setDateReader = setterOf(state.dateReader)
export const setSearch = setterOf(state.search)
export const setOpening = setterOf(state.opening)
export const setWithShipped = setterOf(state.withShipped)
export const select = setterOf(state.selection)
export const showPanel = setterOf(state.panel)
export const setColouring = setterOf(state.colouringChoice)
export const compareIds = setterOf(state.comparedIds)
export const setReachDays = setterOf(state.reachDays)
export const setReachKm = setterOf(state.reachKm)
export const setBars = setterOf(state.bars)
export const setTheme = setterOf(state.themeChoice)
export const setInterfaceLanguage = setterOf(state.interfaceLanguage)
export const setSystemTheme = setterOf(state.systemTheme)
export const setNameLanguage = setterOf(state.namesChoice)
export const setBase = setterOf(state.base)
export const setView = setterOf(state.view)
export const hoverArea = setterOf(state.hoveredArea)

/** Opens a part over the map, or closes it. */
export function showPane(pane: Pane, isOpen: boolean): void {
  const { panes } = state
  if (panes.value.includes(pane) === isOpen) return
  panes.value = isOpen ? [...panes.value, pane] : panes.value.filter((each) => each !== pane)
}

export function toggleLayer(id: string): void {
  state.hiddenLayers.value = toggled(state.hiddenLayers.value, id)
}
export function toggleDirections(): void {
  state.directions.value = !state.directions.value
}

/** Shows the user a note once. */
export function note(sentence: string): void {
  if (!state.notes.value.includes(sentence)) state.notes.value = [...state.notes.value, sentence]
}
export function dismissNotes(): void {
  state.notes.value = []
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

function setterOf<T>(signal: Signal<T>): (value: T) => void {
  return (value) => {
    signal.value = value
  }
}
