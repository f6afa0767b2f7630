import { choose } from '../../app/actions'
import { chosen, colouring, conflict, dataset, slice } from '../../app/state'
import { card } from '../../messages/card'
import { phrases } from '../../messages/phrases'
import type { AreaId } from '../../model/ids'
import type { Area } from '../../model/place'
import { totalOf } from '../../query/classes'
import { countGroupsByArea, groupsOf } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { LinkButton } from '../shared/LinkButton'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort, rangeWords, reportsWords } from '../shared/words'
import { orderedNames } from './factWords'

/** One district in the slice: its names, counts by group, and its reports, each of which opens. */
export function AreaDetails({ area }: { readonly area: Area }) {
  const current = slice.value
  const count = current.areas.get(area.id)
  const [lead, ...others] = orderedNames(area)
  const only = chosen.value.area.size === 1 && chosen.value.area.has(area.id)
  return (
    <div class="details">
      <h2 id="card-title" class="details-title">
        {lead?.text}{' '}
        <span class="other-names">
          {others.map(({ text, language }, index) => (
            <span key={language}>
              {index > 0 && ' · '}
              <span lang={language}>{text}</span>
            </span>
          ))}
        </span>
      </h2>
      <p class="details-when">{rangeWords(current.filter.window)}</p>
      {count ? (
        <>
          <p class="area-count">
            <strong>{reportsWords(count)}</strong>
            {count.approximate > 0 && (
              <span class="quiet"> {card.approximate({ n: count.approximate })}</span>
            )}
          </p>
          <Groups area={area.id} />
          <ReportShortList class="area-reports" area={area.id} count={totalOf(count)} />
        </>
      ) : (
        <p>{card.noneHere()}</p>
      )}
      <p class="details-areas">
        <LinkButton aria-pressed={only} onClick={() => choose('area', only ? [] : [area.id])}>
          {only ? card.showAll() : card.showOnly({ area: area.name })}
        </LinkButton>
      </p>
    </div>
  )
}

function Groups({ area }: { readonly area: AreaId }) {
  const counts = countGroupsByArea(dataset.value, slice.value, colouring.value).get(area)
  return (
    <>
      {colouring.value === 'accused' && <p class="party-counts quiet">{card.accused()}</p>}
      <ul class="party-counts">
        {groupsOf(conflict.value, colouring.value).map((group, index) => {
          const certain = counts?.certain[index] ?? 0
          const possible = counts?.possible[index] ?? 0
          const count = countShort({ certain, possible })
          return certain + possible === 0 ? null : (
            <li key={group.id}>
              <span class={`swatch ${colouring.value}-${group.id}`} aria-hidden="true" />{' '}
              {phrases.group({ group: groupLabel(group, colouring.value), count })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
