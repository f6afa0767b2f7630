import { select } from '../../app/actions'
import { colouring, conflict, dataset } from '../../app/state'
import { phrases } from '../../messages/phrases'
import { labelOf } from '../../model/conflict'
import type { Incident } from '../../model/report'
import { groupAt } from '../../query/groups'
import { dateWords, whenWords } from './words'

/**
 * A report in a few lines, for short lists outside the main list: when, who says so, what. Opens
 * it.
 */
export function ReportButton({ incident }: { readonly incident: Incident }) {
  const group = groupAt(dataset.value, dataset.value.rowOf.get(incident.id) ?? -1, colouring.value)
  return (
    <button
      type="button"
      class={`area-report ${colouring.value}-${group}`}
      onClick={() => select({ kind: 'incident', id: incident.id })}
    >
      <span class="report-time">{whenWords(incident, dateWords)}</span>
      <span class="quiet"> {labelOf(conflict.value.parties, incident.record.reporting_party)}</span>
      {incident.record.denied_by !== '' && <span class="tag tag-denied">{phrases.denied()}</span>}
      <span class="area-report-summary">{incident.record.summary}</span>
    </button>
  )
}
