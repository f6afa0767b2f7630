import { choose } from '../../app/actions'
import { dataset } from '../../app/state'
import { phrases } from '../../messages/phrases'
import type { AreaId } from '../../model/ids'
import { LinkButton } from './LinkButton'
import { ReportButton } from './ReportButton'
import { rich } from './rich'

/** More would be slow to draw and long to read; the list of reports has them all. */
const MOST = 100

interface Props {
  readonly rows: Int32Array
  /** Where to find all of them: an area, or none. */
  readonly area: AreaId
  readonly class: string
}

/** The first of some reports, for a small pane. */
export function ReportShortList({ rows, area, class: name }: Props) {
  const { incidents } = dataset.value
  const reports = Array.from(rows.subarray(0, MOST)).flatMap((row) => incidents.at(row) ?? [])
  return (
    <>
      <ul class={name}>
        {reports.map((incident) => (
          <li key={incident.id}>
            <ReportButton incident={incident} />
          </li>
        ))}
      </ul>
      {rows.length > MOST && (
        <p class="quiet">
          {rich(phrases.reportsShown({ shown: MOST, count: rows.length }), {
            all: (text) => <LinkButton onClick={() => choose('area', [area])}>{text}</LinkButton>,
          })}
        </p>
      )}
    </>
  )
}
