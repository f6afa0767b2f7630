import { choose } from '../../app/actions'
import { chosen, colouring, conflict, dataset, names, slice } from '../../app/state'
import { card } from '../../messages/card'
import { phrases } from '../../messages/phrases'
import type { Area } from '../../model/place'
import type { Colouring, GroupCounts } from '../../query/counts'
import { countGroupsByArea, groupsOf } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { LinkButton } from '../shared/LinkButton'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort, rangeWords, reportsWords } from '../shared/words'
import { orderedNames } from './placeNames'

interface Props {
  readonly area: Area
  readonly titleId: string
}

/** One district in the slice: its names, counts by group, and its reports, each of which opens. */
export function AreaDetails({ area, titleId }: Props) {
  const current = slice.value
  const count = current.areas.get(area.id)
  const [lead, ...others] = orderedNames(area, names.value, conflict.value)
  const only = chosen.value.area.size === 1 && chosen.value.area.has(area.id)
  return (
    <div class="details">
      <h2 id={titleId} class="details-title">
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
          <Groups
            counts={countGroupsByArea(dataset.value, current, colouring.value).get(area.id)}
            by={colouring.value}
          />
        </>
      ) : (
        <p>{card.noneHere()}</p>
      )}
      {count && (
        <ReportShortList
          class="area-reports"
          area={area.id}
          count={count.certain + count.possible}
        />
      )}
      <p class="details-areas">
        <LinkButton aria-pressed={only} onClick={() => choose('area', only ? [] : [area.id])}>
          {only ? card.showAll() : card.showOnly({ area: area.name })}
        </LinkButton>
      </p>
    </div>
  )
}

/** Reports by group: at least the certain ones. */
export function Groups({ counts, by }: { readonly counts?: GroupCounts; readonly by: Colouring }) {
  return (
    <>
      {by === 'accused' && <p class="party-counts quiet">{card.accused()}</p>}
      <ul class="party-counts">
        {groupsOf(conflict.value, by).map((group, index) => {
          const certain = counts?.certain[index] ?? 0
          const possible = counts?.possible[index] ?? 0
          return certain + possible === 0 ? null : (
            <li key={group.id}>
              <span class={`swatch ${by}-${group.id}`} aria-hidden="true" />{' '}
              {phrases.group({
                group: groupLabel(group, by),
                count: countShort({ certain, possible }),
              })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
