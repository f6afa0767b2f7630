import { choose } from '../../app/actions'
import { chosen, colouring, conflict, dataset, names, slice } from '../../app/state'
import type { AreaId } from '../../model/ids'
import type { Area } from '../../model/place'
import { countGroupsByArea, groupsOf } from '../../query/groups'
import { ReportShortList } from '../shared/ReportShortList'
import { countShort, rangeWords, reportsWords } from '../shared/words'
import { orderedNames } from './placeNames'

interface Props {
  readonly area: Area
  readonly titleId: string
}

/** One district in the slice: its name in its forms, counts by group of the colouring, and its reports, each of which opens. */
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
              <span class="quiet">
                {' '}
                ({count.approximate} approximate: reported for a former unit that overlaps the
                district)
              </span>
            )}
          </p>
          <Groups area={area.id} />
        </>
      ) : (
        <p>No reports on file here for what is chosen. That does not mean that nothing happened.</p>
      )}
      {count && (
        <ReportShortList
          class="area-reports"
          area={area.id}
          count={count.certain + count.possible}
        />
      )}
      <p class="details-areas">
        <button
          type="button"
          class="link-button"
          aria-pressed={only}
          onClick={() => choose('area', only ? [] : [area.id])}
        >
          {only ? 'Show all districts' : `Show only ${area.name}`}
        </button>
      </p>
    </div>
  )
}

function Groups({ area }: { readonly area: AreaId }) {
  const counts = countGroupsByArea(dataset.value, slice.value, colouring.value).get(area)
  return (
    <>
      {colouring.value === 'accused' && <p class="party-counts quiet">Accused:</p>}
      <ul class="party-counts">
        {groupsOf(conflict.value, colouring.value).map(({ id, label }, index) => {
          const certain = counts?.certain[index] ?? 0
          const possible = counts?.possible[index] ?? 0
          return certain + possible === 0 ? null : (
            <li key={id}>
              <span class={`swatch ${colouring.value}-${id}`} aria-hidden="true" /> {label}{' '}
              {countShort({ certain, possible })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
