import { computed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { setColouring } from '../../app/actions'
import {
  colouring,
  conflict,
  dataset,
  emptiness,
  hiddenLayers,
  slice,
  wholeSlice,
} from '../../app/state'
import { help } from '../../messages/compiled/help'
import { tools } from '../../messages/compiled/tools'
import type { LayerId } from '../../model/view'
import { classBreaks, greatestCount } from '../../query/classes'
import type { Colouring } from '../../query/counts'
import { colouringsOf, countGroups, groupsOf } from '../../query/groups'
import { colouringWords, groupLabel } from '../../query/groupWords'
import { hasUnlocated } from '../../query/rowsAtPlace'
import { openHowToRead } from '../help/openHowToRead'
import { Summary } from '../shared/Disclosure'
import { LinkButton } from '../shared/LinkButton'
import { MoreBelow } from '../shared/MoreBelow'
import { isPhone, usePane } from '../shared/phone'
import { countShort } from '../shared/words'
import { AreaBars } from './AreaBars'
import { shownMap } from './shownMap'

/** A smaller map is covered too much by an open legend, px. */
const LARGE = { width: 800, height: 340 } as const

const isLarge = computed(() => {
  const map = shownMap.value?.viewport.value
  if (!map) return matchMedia('(min-width: 1160px) and (min-height: 480px)').matches
  return map.width >= LARGE.width && map.height >= LARGE.height
})

/** What colours and marks mean, and the choice of colouring. Folded at first on a small map. */
export function Legend() {
  const open = usePane('legend', isLarge.value)
  useEffect(() => {
    if (!isPhone.value) open.value = isLarge.value
  }, [isLarge.value])
  return (
    <details class="legend" open={open.value}>
      <Summary open={open}>{tools.legend()}</Summary>
      <label class="legend-choice">
        {tools.colourBy()}
        <select
          value={colouring.value}
          onChange={(event) => setColouring(event.currentTarget.value as Colouring)}
        >
          {colouringsOf(conflict.value).map((each) => (
            <option key={each} value={each}>
              {colouringWords(each, conflict.value)}
            </option>
          ))}
        </select>
      </label>
      <Groups />
      {hasOutlines() && <Ramp />}
      <AreaBars />
      <Directions />
      <Marks />
      <LinkButton onClick={openHowToRead}>{help.howToRead()}</LinkButton>
      <MoreBelow />
    </details>
  )
}

/** Only the groups in the slice. */
function Groups() {
  const { certain, possible } = countGroups(dataset.value, slice.value, colouring.value)
  const present = groupsOf(conflict.value, colouring.value).filter(
    (_, index) => (certain[index] ?? 0) + (possible[index] ?? 0) > 0,
  )
  return (
    <ul class="legend-groups" aria-label={tools.colours()}>
      {present.map((group) => (
        <li key={group.id}>
          <span class={`swatch ${colouring.value}-${group.id}`} aria-hidden="true" />
          {groupLabel(group, colouring.value)}
        </li>
      ))}
      {present.length === 0 && <li>{tools.noneChosen({ reason: emptiness.value ?? '' })}</li>}
    </ul>
  )
}

function Ramp() {
  const classes = classBreaks(greatestCount(slice.value))
  if (classes.length === 0 || !isShown('shading')) return null
  return (
    <>
      <p class="legend-title" id="legend-ramp">
        {tools.perDistrict()}
      </p>
      <ol class="ramp" aria-labelledby="legend-ramp">
        {classes.map(({ label, start }, index) => (
          <li key={label}>
            <span
              class="key"
              style={{ background: `var(--ramp-${index + 1})` }}
              aria-hidden="true"
            />
            <span aria-hidden="true">{start}</span>
            <span class="visually-hidden">{label}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** While lines are drawn. Their colours are always those of the reporting parties. */
function Directions() {
  if (!shownMap.value?.scene.value?.directions.length) return null
  return (
    <ul class="legend-directions">
      <li>
        <span class="key key-direction" aria-hidden="true" /> {tools.directionKey()}
      </li>
      <li>
        <span class="key key-direction key-dashed" aria-hidden="true" /> {tools.directionPale()}
      </li>
      {colouring.value !== 'party' &&
        conflict.value.parties.map(({ id, label }) => (
          <li key={id}>
            <span class={`swatch party-${id}`} aria-hidden="true" /> {label}
          </li>
        ))}
    </ul>
  )
}

/**
 * How exactly the drawn places and times are known. Folded where it would cover much of the map.
 */
function Marks() {
  const { notLocated } = slice.value
  const isFiltered = wholeSlice.value === slice.value ? 'no' : 'yes'
  return (
    <details class="legend-marks" open={matchMedia('(min-height: 850px)').matches}>
      <summary>{tools.key()}</summary>
      <ul>
        {isShown('settlements') && (
          <li>
            <span class="key key-settlement" aria-hidden="true" /> {tools.settlement()}
          </li>
        )}
        {isShown('settlements') && (
          <li>
            <span class="key key-stack" aria-hidden="true" /> {tools.many()}
          </li>
        )}
        {isShown('marks') && hasOutlines() && (
          <li>
            <span class="key key-ring" aria-hidden="true" />{' '}
            {tools.district({ settlements: isShown('settlements') ? 'shown' : 'hidden' })}
          </li>
        )}
        {isShown('shading') && hasOutlines() && (
          <li>
            <span class="key key-approximate" aria-hidden="true" /> {tools.approximate()}
          </li>
        )}
        {hasUnlocated(dataset.value) && (
          <li>
            <span class="key key-count" aria-hidden="true">
              {countShort(notLocated)}
            </span>{' '}
            {tools.unlocated()}
          </li>
        )}
        {(isShown('marks') || isShown('settlements')) && (
          <li>
            <span class="key key-ring-possible" aria-hidden="true" /> {tools.possible()}
          </li>
        )}
        {isShown('shading') && hasOutlines() && (
          <>
            <li>
              <span class="key key-bare" aria-hidden="true" /> {tools.noneInDates({ isFiltered })}
            </li>
            <li>
              <span class="key key-hatch" aria-hidden="true" /> {tools.noneAtAll()}
            </li>
          </>
        )}
      </ul>
      <p>{tools.silence()}</p>
    </details>
  )
}

/** Whether there are districts to shade. */
function hasOutlines(): boolean {
  return shownMap.value?.geography.districts.features.length !== 0
}

function isShown(layer: LayerId): boolean {
  return !hiddenLayers.value.has(layer)
}
