import type { ComponentChildren } from 'preact'
import { colouring, conflict, dataset, folder, slice } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { phrases } from '../../messages/compiled/phrases'
import { codedLabel } from '../../model/facets'
import type { AreaId } from '../../model/ids'
import { totalOf } from '../../query/classes'
import { countGroups, groupsOf } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { countRows, type SelectedRows } from '../../query/selectRows'
import { UnreadReports } from '../folder/UnreadReports'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort, rangeWords, reportsWords } from '../shared/words'
import { ShowAllHere } from './ShowAllHere'

interface Props {
  readonly reports: SelectedRows
  /** How many there are in all dates, without filters. */
  readonly onFile: number
  /** Where the list of reports has all of them. */
  readonly area: AreaId | null
  /** What to say of their number. */
  readonly children?: ComponentChildren
}

/** The reports of a place in the slice: their number, by group, and a list. */
export function PlaceReports({ reports, onFile, area, children }: Props) {
  const count = countRows(dataset.value, reports)
  const showAll = <ShowAllHere count={onFile} area={area} />
  return (
    <>
      <p class="details-when">{rangeWords(slice.value.filter.window)}</p>
      {reports.rows.length === 0 ? (
        <p>
          {card.noneHere()} {onFile > 0 && showAll}
        </p>
      ) : (
        <>
          <p class="area-count">
            <strong>{reportsWords(count)}</strong>
            {onFile > totalOf(count) && (
              <span class="quiet">
                {' '}
                {card.ofOnFile()} {showAll}
              </span>
            )}
          </p>
          {children}
          <Groups reports={reports} />
          {folder.value && area && <UnreadReports area={area} />}
          <ReportShortList class="area-reports" area={area} rows={reports.rows} />
        </>
      )}
    </>
  )
}

function accusedHeading(): string {
  const column = codedLabel(conflict.value, 'accused')
  return column ? card.column({ column }) : card.accused()
}

function Groups({ reports }: Pick<Props, 'reports'>) {
  const counts = countGroups(dataset.value, reports, colouring.value)
  return (
    <>
      {colouring.value === 'accused' && <p class="party-counts quiet">{accusedHeading()}</p>}
      <ul class="party-counts">
        {groupsOf(conflict.value, colouring.value).map((group, index) => {
          const certain = counts.certain[index] ?? 0
          const possible = counts.possible[index] ?? 0
          return certain + possible === 0 ? null : (
            <li key={group.id}>
              <span class={`swatch ${colouring.value}-${group.id}`} aria-hidden="true" />{' '}
              {phrases.group({
                group: groupLabel(group, colouring.value),
                count: countShort({ certain, possible }),
              })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
