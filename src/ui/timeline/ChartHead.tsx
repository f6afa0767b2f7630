import { ZoomIn, ZoomOut } from 'lucide'
import { colouring, loaded } from '../../app/state'
import { intersect } from '../../model/day'
import type { Colouring } from '../../query/counts'
import { Icon } from '../shared/Icon'
import { barWords } from './barWords'
import { barUnit, gaps, hasRecords, visibleBins } from './bins'
import { pointedBin } from './pointed'
import { visible, zoom } from './visibleRange'

const BY: Readonly<Record<Colouring, string>> = {
  party: 'by who reports',
  accused: 'by who is accused',
  agreement: 'by what the sides say',
}

/** The line above the plot: what a bar is, and once one is pointed at, what it says. */
export function ChartHead() {
  return (
    <div class="chart-head">
      <Caption />
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom timeline out"
        title="Zoom out"
        onClick={() => zoom(2)}
      >
        <Icon of={ZoomOut} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom timeline in"
        title="Zoom in"
        onClick={() => zoom(1 / 2)}
      >
        <Icon of={ZoomIn} />
      </button>
    </div>
  )
}

function Caption() {
  const bin = pointedBin.value
  if (bin) return <p class="readout">{barWords(bin, barUnit.value, colouring.value)}</p>
  if (!hasRecords.value)
    return (
      <p class="caption">{loaded.value ? 'No records were loaded.' : 'Loading the records …'}</p>
    )
  const isSomePossible = visibleBins.value.some(({ possible }) => possible.some((n) => n > 0))
  const isSomeMissing = gaps.value.some((gap) => intersect(gap, visible.value))
  return (
    <p class="caption">
      Reports a {barUnit.value}, {BY[colouring.value]}
      {isSomePossible && (
        <span class="caption-key">
          <span class="key-possible" aria-hidden="true" /> possible
          <span class="caption-why">: dates reach over two bars</span>
        </span>
      )}
      {isSomeMissing && (
        <span class="caption-key">
          <span class="key-missing" aria-hidden="true" /> no reports on file
        </span>
      )}
    </p>
  )
}
