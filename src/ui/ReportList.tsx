import { batch } from '@preact/signals'
import { memo } from 'preact/compat'
import { clearFilters, select, showAllDates, switchAllDatesOn } from '../actions'
import { GROUPS, groupAt } from '../data/grouping'
import { dayOf } from '../data/interval'
import { labelOf, PARTIES } from '../data/vocabulary'
import { colouring, dataset, selection } from '../state'
import type { Colouring, GroupId, Incident, Slice } from '../types'
import { sheetOpen } from './phone'
import { placeWords } from './placeWords'
import { dayWords, possibleWords, timeWords } from './words'

interface Props {
  readonly slice: Slice
}

/** The slice as a list, newest first: the same reports in the same order as map and export. */
export function ReportList({ slice }: Props) {
  const { incidents } = dataset.value
  const chosen = selection.value?.kind === 'incident' ? selection.value.id : null
  const items = [...slice.rows].flatMap((row, index) => {
    const incident = incidents.at(row)
    const group = groupAt(dataset.value, row, colouring.value)
    return incident && group ? [{ incident, group, certain: slice.certain[index] === 1 }] : []
  })
  return (
    <section class="reports" aria-labelledby="reports-title">
      <h2 id="reports-title" class="visually-hidden">
        Reports
      </h2>
      {items.length === 0 && <EmptyList slice={slice} />}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets */}
      <ul aria-label="Reports" role="list">
        {items.map(({ incident, group, certain }, index) => {
          const day = dayOf(incident.interval.start)
          const before = items[index - 1]?.incident
          const heads = !before || dayOf(before.interval.start) !== day
          return (
            <Report
              key={incident.id}
              incident={incident}
              certain={certain}
              selected={incident.id === chosen}
              colouring={colouring.value}
              group={group}
              heading={heads ? dayWords(day) : null}
            />
          )
        })}
      </ul>
    </section>
  )
}

interface ReportProps {
  readonly incident: Incident
  readonly certain: boolean
  readonly selected: boolean
  readonly heading: string | null
  readonly colouring: Colouring
  /** Whose colour it takes. */
  readonly group: GroupId
}

/** Memoised: a step of the window re-draws only the reports that come or change. */
const Report = memo(({ incident, certain, selected, heading, colouring, group }: ReportProps) => (
  <li>
    {heading && <h3 class="day">{heading}</h3>}
    <article
      class={`report group-${group}${certain ? '' : ' report-possible'}`}
      data-incident={incident.id}
    >
      <h4>
        <button
          type="button"
          class="report-open"
          aria-current={selected ? 'true' : undefined}
          onClick={() => openReport(incident.id)}
        >
          <span class="report-time">{timeWords(incident)}</span>
          <span class="report-place"> · {placeWords(incident, dataset.value)}</span>
        </button>
      </h4>
      <p class="report-by">
        <span class={`swatch group-${group}`} aria-hidden="true" />
        {labelOf(PARTIES, incident.reportingParty)} reports{groupNote(colouring, group)}
        {incident.deniedBy !== '' && <span class="tag tag-denied">denied</span>}
      </p>
      {!certain && <p class="report-doubt">{possibleWords(incident)}</p>}
      <p class="report-summary">{incident.summary}</p>
      <p class="report-sources">
        {incident.citedSources.length === 0
          ? 'no source on file'
          : [...new Set(incident.citedSources.map((source) => source.publisher))].join(', ')}
      </p>
    </article>
  </li>
))

/** What the colour says where it does not say who reports. */
function groupNote(colouring: Colouring, group: GroupId): string {
  if (colouring === 'party') return ''
  const word = GROUPS[colouring].find(({ id }) => id === group)?.record ?? group
  return colouring === 'accused' ? ` · accused: ${word}` : ` · ${word}`
}

/** On a phone the sheet makes room for the card. */
function openReport(id: Incident['id']): void {
  batch(() => {
    select({ kind: 'incident', id })
    sheetOpen.value = false
  })
}

function EmptyList({ slice }: Props) {
  const { filter } = slice
  const filtered =
    [filter.areas, filter.by, filter.accused, filter.kinds].some((set) => set.size > 0) ||
    [filter.placements, filter.agreements, filter.sources].some((set) => set.size > 0) ||
    filter.denied !== null ||
    filter.query !== ''
  return (
    <div class="empty">
      <p>No reports on file for what is chosen. That does not mean that nothing happened.</p>
      <p class="empty-actions">
        {filter.off.size > 0 && (
          <button type="button" onClick={switchAllDatesOn}>
            Switch all dates on
          </button>
        )}
        {filtered && (
          <button type="button" onClick={clearFilters}>
            Clear filters
          </button>
        )}
        <button type="button" onClick={showAllDates}>
          Show the whole period
        </button>
      </p>
    </div>
  )
}
