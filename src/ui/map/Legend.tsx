import { setColouring } from '../../app/actions'
import { colouring, conflict, dataset, hiddenLayers, slice } from '../../app/state'
import type { LayerId } from '../../model/view'
import { classBreaks, greatestCount } from '../../query/classes'
import type { Colouring } from '../../query/counts'
import { COLOURINGS, countGroups, groupsOf } from '../../query/groups'
import { hasManySites } from '../../query/sites'
import { countShort } from '../shared/words'

/** What colours and marks mean, and the choice of what colours stand for. A small screen starts with it folded. */
export function Legend() {
  return (
    <details class="legend" open={matchMedia('(min-width: 1160px)').matches}>
      <summary>Legend</summary>
      <label class="legend-choice">
        Colour by
        <select
          value={colouring.value}
          onChange={(event) => setColouring(event.currentTarget.value as Colouring)}
        >
          {COLOURINGS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Groups />
      <Ramp />
      <Marks />
    </details>
  )
}

/** Only those that the slice has. */
function Groups() {
  const { certain, possible } = countGroups(dataset.value, slice.value, colouring.value)
  const present = groupsOf(conflict.value, colouring.value).filter(
    (_, index) => (certain[index] ?? 0) + (possible[index] ?? 0) > 0,
  )
  return (
    <ul class="legend-groups" aria-label="Colours">
      {present.map(({ id, label }) => (
        <li key={id}>
          <span class={`swatch ${colouring.value}-${id}`} aria-hidden="true" />
          {label}
        </li>
      ))}
      {present.length === 0 && <li>No reports on file for what is chosen</li>}
    </ul>
  )
}

function Ramp() {
  const classes = classBreaks(greatestCount(slice.value))
  if (classes.length === 0 || !isShown('shading')) return null
  return (
    <>
      <p class="legend-title" id="legend-ramp">
        Reports a district
      </p>
      <ol class="ramp" aria-labelledby="legend-ramp">
        {classes.map(({ label }, index) => (
          <li key={label}>
            <span class={`key ramp-${index + 1}`} aria-hidden="true" />
            {label}
          </li>
        ))}
      </ol>
    </>
  )
}

/** How exactly place and time are known, of what is drawn. Folded where it would cover much of the map. */
function Marks() {
  const { notLocated } = slice.value
  return (
    <details class="legend-marks" open={matchMedia('(min-height: 850px)').matches}>
      <summary>Place, time and silence</summary>
      <ul>
        {isShown('settlements') && (
          <li>
            <span class="key key-settlement" aria-hidden="true" /> known to the settlement
          </li>
        )}
        {isShown('settlements') && hasManySites(dataset.value) && (
          <li>
            <span class="key key-bin" aria-hidden="true" /> settlements around here: zoom in
          </li>
        )}
        {isShown('marks') && (
          <li>
            <span class="key key-ring" aria-hidden="true" /> known to the district, not where in it
          </li>
        )}
        {isShown('shading') && (
          <li>
            <span class="key key-approximate" aria-hidden="true" /> some approximate: of a former
            unit
          </li>
        )}
        <li>
          <span class="key key-count" aria-hidden="true">
            {countShort(notLocated)}
          </span>{' '}
          not located: listed, not drawn
        </li>
        {(isShown('marks') || isShown('settlements')) && (
          <li>
            <span class="key key-ring-possible" aria-hidden="true" /> pale: possibly in these dates
          </li>
        )}
        {isShown('shading') && (
          <>
            <li>
              <span class="key key-bare" aria-hidden="true" /> none on file in these dates
            </li>
            <li>
              <span class="key key-hatch" aria-hidden="true" /> none on file at all
            </li>
          </>
        )}
      </ul>
      <p>No reports on file does not mean calm.</p>
    </details>
  )
}

function isShown(layer: LayerId): boolean {
  return !hiddenLayers.value.has(layer)
}
