import { computed } from '@preact/signals'
import { colouring, dataset, emptiness, slice, timeWindow, wholeSlice } from '../../app/state'
import { totalOf } from '../../query/classes'
import { unfiltered } from '../../query/conditions'
import { countGroups, sumGroups } from '../../query/groups'
import { groupLabel } from '../../query/groupWords'
import { selectRows } from '../../query/selectRows'
import { columnsOnFile } from '../../store/dataset'
import { isOnFile } from '../../store/daysOnFile'
import { countShort } from '../shared/words'
import { binWords, filedWords } from './barWords'
import { barUnit, countOf, hasRecords, pointedBin, shownGroups } from './bins'
import { barDatesWords, shortRange } from './dateLabels'

const ofWindow = computed(() => countGroups(dataset.value, slice.value, colouring.value))
/** The same whatever the filters. */
const onFile = computed(() => {
  const bin = pointedBin.value
  if (bin && wholeSlice.value === slice.value) return bin
  const noFails = new Uint32Array(bin ? dataset.value.columns.length : 0)
  const all = bin ? selectRows(dataset.value, unfiltered(bin.range), noFails) : wholeSlice.value
  return countGroups(dataset.value, all, colouring.value)
})

/**
 * The reports of each group in the bar that the pointer or the keyboard is at, else in the chosen
 * dates. In a place of its own: nothing is covered, and nothing moves.
 */
export function BarNumbers() {
  if (!hasRecords.value) return null
  const bin = pointedBin.value
  const { certain, possible } = bin ?? ofWindow.value
  const dates = bin ? barDatesWords(bin.range, barUnit.value) : shortRange(timeWindow.value)
  const count = sumGroups(ofWindow.value)
  const filed = isOnFile(columnsOnFile(dataset.value), timeWindow.value)
  return (
    <div class="bar-numbers">
      <p class={bin ? 'readout' : undefined}>
        <strong>{dates}</strong>{' '}
        <span>{bin ? binWords(bin) : filedWords(count, filed, emptiness.value === 'off')}</span>
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets */}
      <ul role="list">
        {shownGroups.value.map((group) => {
          const own = { certain: certain[group.index] ?? 0, possible: possible[group.index] ?? 0 }
          const isSilent =
            bin?.isUnknown || (totalOf(own) === 0 && countOf(onFile.value, group) === 0)
          return (
            <li key={group.id}>
              <span class={`swatch ${colouring.value}-${group.id}`} aria-hidden="true" />
              <span class="bar-group">{groupLabel(group, colouring.value)}</span>{' '}
              <span>{isSilent ? '–' : countShort(own)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
