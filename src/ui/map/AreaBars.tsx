import { select } from '../../app/actions'
import { dataset, slice } from '../../app/state'
import { tools } from '../../messages/compiled/tools'
import { totalOf } from '../../query/classes'
import { LinkButton } from '../shared/LinkButton'
import { countShort } from '../shared/words'
import { shownMap } from './shownMap'

/** More would fill the map. The filter "District" has all. */
const MAX_BARS = 8

/** The reports of areas without an outline, which cannot be shaded: a bar each, the longest first. */
export function AreaBars() {
  const drawn = new Set(
    shownMap.value?.geography.districts.features.map(({ properties }) => properties?.id),
  )
  const counted = [...slice.value.areas]
    .filter(([id]) => !drawn.has(id) && !dataset.value.areas.get(id)?.label)
    .sort(([, a], [, b]) => totalOf(b) - totalOf(a))
  const [first] = counted
  if (!first) return null
  const greatest = totalOf(first[1])
  return (
    <>
      <p class="legend-title" id="legend-areas">
        {tools.perArea()}
      </p>
      <ul class="area-bars" aria-labelledby="legend-areas">
        {counted.slice(0, MAX_BARS).map(([id, count]) => (
          <li key={id}>
            <LinkButton onClick={() => select({ kind: 'area', id })}>
              {dataset.value.areas.get(id)?.name ?? id}
            </LinkButton>
            <span>{countShort(count)}</span>
            <span
              class="area-bar"
              aria-hidden="true"
              style={{ width: `${(100 * totalOf(count)) / greatest}%` }}
            />
          </li>
        ))}
      </ul>
      {counted.length > MAX_BARS && (
        <p class="quiet">{tools.moreAreas({ n: counted.length - MAX_BARS })}</p>
      )}
    </>
  )
}
