import { batch } from '@preact/signals'
import { select } from '../../app/actions'
import { conflict, dataset } from '../../app/state'
import { labelOf } from '../../model/conflict'
import type { Incident } from '../../model/report'
import type { Colouring, GroupId } from '../../query/counts'
import { groupsOf } from '../../query/groups'
import { sheetOpen } from '../shared/phone'
import { placeWords } from '../shared/placeWords'
import { possibleWords, timeWords } from '../shared/words'

interface Props {
  readonly incident: Incident
  readonly certain: boolean
  readonly selected: boolean
  readonly colouring: Colouring
  /** Whose colour it takes. */
  readonly group: GroupId
  /** The day, above the first report of it. */
  readonly heading: string | null
}

/**
 * A report in an item of the list. As it reads a signal, it is drawn again only when its properties are others: a step of the
 * window re-draws the reports that come or change.
 */
export function ReportItem({ incident, certain, selected, heading, colouring, group }: Props) {
  return (
    <>
      {heading && <h3 class="day">{heading}</h3>}
      <article
        class={`report ${colouring}-${group}${certain ? '' : ' report-possible'}`}
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
          <span class={`swatch ${colouring}-${group}`} aria-hidden="true" />
          {labelOf(conflict.value.parties, incident.record.reporting_party)} reports
          {groupNote(colouring, group)}
          {incident.record.denied_by !== '' && <span class="tag tag-denied">denied</span>}
        </p>
        {!certain && <p class="report-doubt">{possibleWords(incident)}</p>}
        <p class="report-summary">{incident.record.summary}</p>
        <p class="report-sources">
          {incident.citedSources.length === 0
            ? 'no source on file'
            : [...new Set(incident.citedSources.map((source) => source.publisher))].join(', ')}
        </p>
      </article>
    </>
  )
}

/** What the colour says where it does not say who reports. */
function groupNote(colouring: Colouring, group: GroupId): string {
  if (colouring === 'party') return ''
  const word = groupsOf(conflict.value, colouring).find(({ id }) => id === group)?.record ?? group
  return colouring === 'accused' ? ` · accused: ${word}` : ` · ${word}`
}

/** On a phone the sheet makes room for the card. */
function openReport(id: Incident['id']): void {
  batch(() => {
    select({ kind: 'incident', id })
    sheetOpen.value = false
  })
}
