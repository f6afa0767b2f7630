import { choose, select } from '../../app/actions'
import { colouring, conflict, dataset } from '../../app/state'
import { phrases } from '../../messages/compiled/phrases'
import { labelOf } from '../../model/conflict'
import type { AreaId } from '../../model/ids'
import { groupAt } from '../../query/groups'
import { LinkButton } from './LinkButton'
import { pressEntry } from './pressEntry'
import { rich } from './rich'
import { dateWords, whenWords } from './words'

/** More would be slow to draw and long to read; the list of reports has them all. */
const MOST = 100

interface Props {
  readonly rows: Int32Array
  /** Where to find all of them: an area, or NOT_LOCATED; null where the list has no filter for it. */
  readonly area: AreaId | null
  readonly class: string
}

/** The first of some reports, for a small pane. */
export function ReportShortList({ rows: all, area, class: name }: Props) {
  const { unread } = dataset.value
  const rows = unread ? all.filter((row) => unread[row] !== 1) : all
  return (
    <>
      <ReportButtons class={name} rows={Array.from(rows.subarray(0, MOST))} />
      {rows.length > MOST && (
        <p class="quiet">
          {rich(phrases.reportsShown({ shown: MOST, count: rows.length }), {
            all: (text) => (
              <LinkButton onClick={() => choose('area', area === null ? [] : [area])}>
                {text}
              </LinkButton>
            ),
          })}
        </p>
      )}
    </>
  )
}

/** Reports in a few lines each: when, who says so, what. A click opens one. */
export function ReportButtons(props: { readonly rows: readonly number[]; readonly class: string }) {
  return (
    <ul class={props.class}>
      {props.rows.map((row) => (
        <ReportEntry key={row} row={row} />
      ))}
    </ul>
  )
}

function ReportEntry({ row }: { readonly row: number }) {
  const incident = dataset.value.incidents.at(row)
  if (!incident) return null
  const { record, id } = incident
  const group = groupAt(dataset.value, row, colouring.value)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is for keys
    <li class={`area-report ${colouring.value}-${group}`} onClick={pressEntry}>
      <button type="button" class="report-open" onClick={() => select({ kind: 'incident', id })}>
        <span class="report-time">{whenWords(incident, dateWords)}</span>
        <span class="quiet"> {labelOf(conflict.value.parties, record.reporting_party)}</span>
        {record.denied_by !== '' && <span class="tag tag-denied">{phrases.denied()}</span>}
      </button>
      <p class="area-report-summary">{record.summary}</p>
    </li>
  )
}
