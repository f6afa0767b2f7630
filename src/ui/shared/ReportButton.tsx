import { select } from '../../app/actions'
import { colouring, dataset } from '../../app/state'
import { phrases } from '../../messages/phrases'
import type { Incident } from '../../model/report'
import { labelOf, PARTIES } from '../../model/vocabulary'
import { groupAt } from '../../query/groups'
import { dateWords, whenWords } from './words'

/** A report in a few lines, wherever several are listed outside the list: when, who says so, what; opens it. */
export function ReportButton({ incident }: { readonly incident: Incident }) {
  const group = groupAt(dataset.value, dataset.value.rowOf.get(incident.id) ?? -1, colouring.value)
  return (
    <button
      type="button"
      class={`area-report group-${group}`}
      onClick={() => select({ kind: 'incident', id: incident.id })}
    >
      <span class="report-time">{whenWords(incident, dateWords)}</span>
      <span class="quiet"> {labelOf(PARTIES, incident.reportingParty)}</span>
      {incident.deniedBy !== '' && <span class="tag tag-denied">{phrases.denied()}</span>}
      <span class="area-report-summary">{incident.summary}</span>
    </button>
  )
}
