import { clearFilters, showAllDates, switchAllDatesOn } from '../../app/actions'
import { colouring, dataset, selection } from '../../app/state'
import { list } from '../../messages/list'
import { dayOf } from '../../model/interval'
import { groupAt } from '../../query/groups'
import type { Slice } from '../../query/slice'
import { LazyPart } from '../shared/LazyPart'
import { dayWords } from '../shared/words'
import { ReportItem } from './ReportItem'

interface Props {
  readonly slice: Slice
}

/** More reports than a browser draws at once: only those in sight are, and what does that is loaded then. */
const MAX_DRAWN = 1000
const loadVirtual = () => import('./VirtualReportList').then((module) => module.VirtualReportList)

/** The slice as a list, newest first: the same reports in the same order as map and export. */
export function ReportList({ slice }: Props) {
  return (
    <section class="reports" aria-labelledby="reports-title">
      <h2 id="reports-title" class="visually-hidden">
        {list.heading()}
      </h2>
      {slice.rows.length === 0 && <EmptyList slice={slice} />}
      {slice.rows.length > MAX_DRAWN ? (
        <LazyPart load={loadVirtual} />
      ) : (
        <WholeList slice={slice} />
      )}
    </section>
  )
}

function WholeList({ slice }: Props) {
  const { incidents } = dataset.value
  const chosen = selection.value?.kind === 'incident' ? selection.value.id : null
  const items = [...slice.rows].flatMap((row, index) => {
    const incident = incidents.at(row)
    const group = groupAt(dataset.value, row, colouring.value)
    return incident && group ? [{ incident, group, certain: slice.certain[index] === 1 }] : []
  })
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
    <ul aria-label={list.heading()} role="list">
      {items.map(({ incident, group, certain }, index) => {
        const day = dayOf(incident.interval.start)
        const before = items[index - 1]?.incident
        const heads = !before || dayOf(before.interval.start) !== day
        return (
          <li key={incident.id}>
            <ReportItem
              incident={incident}
              certain={certain}
              selected={incident.id === chosen}
              colouring={colouring.value}
              group={group}
              heading={heads ? dayWords(day) : null}
            />
          </li>
        )
      })}
    </ul>
  )
}

function EmptyList({ slice }: Props) {
  const { filter } = slice
  const filtered = Object.values(filter.chosen).some((ids) => ids.size > 0) || filter.query !== ''
  return (
    <div class="empty">
      <p>{list.empty()}</p>
      <p class="empty-actions">
        {filter.off.size > 0 && (
          <button type="button" onClick={switchAllDatesOn}>
            {list.switchAllOn()}
          </button>
        )}
        {filtered && (
          <button type="button" onClick={clearFilters}>
            {list.clearFilters()}
          </button>
        )}
        <button type="button" onClick={showAllDates}>
          {list.showAll()}
        </button>
      </p>
    </div>
  )
}
