import { choose } from '../../app/actions'
import { dataset, slice } from '../../app/state'
import { phrases } from '../../messages/phrases'
import type { AreaId } from '../../model/ids'
import { NOT_LOCATED } from '../../model/vocabulary'
import { rowsPlacedIn } from '../../query/rowsInArea'
import { LinkButton } from './LinkButton'
import { ReportButton } from './ReportButton'
import { rich } from './rich'

/** More would be slow to draw and long to read; the list of reports has them all. */
const MOST = 100

interface Props {
  /** In place of the reports of an area: these rows. */
  readonly rows?: readonly number[]
  readonly area?: AreaId
  /** The number of reports of the slice there. */
  readonly count: number
  readonly class: string
}

/** The first reports of the slice in an area, or in none, for a small pane. */
export function ReportShortList({ rows, area = NOT_LOCATED, count, class: name }: Props) {
  const { incidents } = dataset.value
  const shown = rows?.slice(0, MOST) ?? rowsPlacedIn(dataset.value, slice.value, area, MOST)
  const reports = shown.flatMap((row) => incidents.at(row) ?? [])
  return (
    <>
      <ul class={name}>
        {reports.map((incident) => (
          <li key={incident.id}>
            <ReportButton incident={incident} />
          </li>
        ))}
      </ul>
      {count > MOST && (
        <p class="quiet">
          {rich(phrases.reportsShown({ shown: MOST, count }), {
            all: (text) =>
              rows ? '' : <LinkButton onClick={() => choose('area', [area])}>{text}</LinkButton>,
          })}
        </p>
      )}
    </>
  )
}
