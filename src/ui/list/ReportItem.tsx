import { batch } from '@preact/signals'
import { select, showPane } from '../../app/actions'
import { colouring, conflict, dataset, listed, selection } from '../../app/state'
import { list } from '../../messages/compiled/list'
import { phrases } from '../../messages/compiled/phrases'
import { formatSeries } from '../../messages/intl'
import { shorten } from '../../messages/message'
import { labelOf, NOT_STATED } from '../../model/conflict'
import type { Day } from '../../model/day'
import { labelsOfReport } from '../../model/facets'
import { NOBODY } from '../../model/own/ownVocabulary'
import type { Incident } from '../../model/report'
import type { Colouring, GroupId } from '../../query/counts'
import { groupAt, groupsOf } from '../../query/groups'
import { groupName } from '../../query/groupWords'
import { DatasetName } from '../shared/DatasetName'
import { pressEntry } from '../shared/pressEntry'
import type { RowPlace } from '../shared/virtualRows'
import { dayWords, placeWords, rangeWords, timeWords } from '../shared/words'
import { focusedRow, stop } from './listKeys'

/** Letters: the whole is in the card. */
const MAX_SUMMARY = 2000

/** The item of an index in the list; a long list gives its place. */
export function reportAt(index: number, place?: RowPlace) {
  const { rows, certain } = listed.value
  const row = rows[index] ?? -1
  const chosen = selection.value
  const day = dayOfRow(row)
  return (
    <li key={row} {...place} aria-setsize={place && rows.length} aria-posinset={place && index + 1}>
      <ReportItem
        row={row}
        certain={certain[index] === 1}
        selected={chosen?.kind === 'incident' && dataset.value.rowOf.get(chosen.id) === row}
        isStop={index === stop.value}
        heading={day === null || day === dayOfRow(rows[index - 1]) ? null : dayWords(day)}
      />
    </li>
  )
}

interface Props {
  /** In the dataset. */
  readonly row: number
  readonly certain: boolean
  readonly selected: boolean
  /** Tab stops at it. */
  readonly isStop: boolean
  /** The day, above the first report of it. */
  readonly heading: string | null
}

/** A report of the list, drawn again when its properties change: it reads signals. */
function ReportItem({ row, certain, selected, isStop, heading }: Props) {
  const incident = dataset.value.incidents.at(row)
  const group = groupAt(dataset.value, row, colouring.value)
  if (!incident || !group) return null
  const colour = `${colouring.value}-${group}`
  return (
    <>
      {heading && <h3 class="day">{heading}</h3>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is for keys */}
      <article
        class={`report ${colour}${certain ? '' : ' report-possible'}`}
        data-incident={incident.id}
        onClick={pressEntry}
      >
        <h4>
          <button
            type="button"
            class="report-open"
            aria-current={selected ? 'true' : undefined}
            tabIndex={isStop ? 0 : -1}
            onFocus={() => {
              focusedRow.value = row
            }}
            onClick={() => openReport(incident.id)}
          >
            <span class="report-time">{timeWords(incident)}</span>
            <span class="report-place"> · {placeWords(incident, dataset.value)}</span>
          </button>
        </h4>
        <p class="report-by">
          <span class={`swatch ${colour}`} aria-hidden="true" />
          <span class="report-who">{byWords(incident, colouring.value, group)}</span>
          {incident.record.denied_by !== '' && (
            <span class="tag tag-denied">{phrases.denied()}</span>
          )}
        </p>
        {incident.dataset && (
          <p class="report-dataset">
            <DatasetName of={incident.dataset} />
          </p>
        )}
        {!certain && <p class="report-doubt">{possibleWords(incident)}</p>}
        <p class="report-summary">{shorten(incident.record.summary, MAX_SUMMARY)}</p>
        <p class="report-sources">
          {incident.citedSources.length === 0
            ? phrases.noSource()
            : formatSeries([...new Set(incident.citedSources.map((source) => source.publisher))])}
        </p>
      </article>
    </>
  )
}

/** The day on which the report of a row starts; null past the ends of the list. */
export function dayOfRow(row: number | undefined): Day | null {
  return row === undefined ? null : (dataset.value.columns.startDay[row] as Day)
}

/** Who reports, and what the colour says where it says something else; of coded events, who took part. */
function byWords(incident: Incident, colouring: Colouring, id: GroupId): string {
  const { record } = incident
  const { parties, accused, kinds } = conflict.value
  const columnLabels = labelsOfReport(incident, conflict.value)
  const term = parties.find(({ id }) => id === record.reporting_party)
  const isStated = columnLabels || term?.record !== NOBODY
  const party = (isStated ? term?.label : shorten(record.reported_by)) || 'none'
  if (columnLabels) {
    const kind = formatSeries(record.kind.map((each) => labelOf(kinds, each)))
    const first = { kind, party, first: columnLabels.reporting_party }
    if (record.accused_party === NOT_STATED) return list.coded(first)
    const second = columnLabels.accused_party
    return list.codedPair({ ...first, second, accused: labelOf(accused, record.accused_party) })
  }
  const group = groupsOf(conflict.value, colouring).find((each) => each.id === id)
  if (colouring === 'party' || colouring === 'dataset' || !group) return list.by({ party })
  const name = groupName(group, colouring)
  return colouring === 'accused'
    ? list.byAccused({ party, accused: name })
    : list.byAgreement({ party, agreement: name })
}

/** Why a report is only possible: `13–14 November 2022 (“overnight”): may be outside these dates`. */
function possibleWords({ record }: Incident): string {
  const dates = rangeWords({ from: record.date_start, to: record.date_end })
  const words = shorten(record.when_as_reported)
  return words === '' ? list.possible({ dates }) : list.possibleAsWorded({ dates, words })
}

/** On a phone the sheet makes room for the card. */
function openReport(id: Incident['id']): void {
  batch(() => {
    select({ kind: 'incident', id })
    showPane('list', false)
  })
}
