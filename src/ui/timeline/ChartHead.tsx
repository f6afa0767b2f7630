import { ZoomIn, ZoomOut } from 'lucide'
import { colouring, loaded, timeWindow } from '../../app/state'
import { page } from '../../messages/page'
import { phrases } from '../../messages/phrases'
import { timeline } from '../../messages/timeline'
import { intersect } from '../../model/day'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { barWords } from './barWords'
import { barUnit, gaps, hasRecords, pointedBin, visibleBins } from './bins'
import { revealWindow, visible, zoom } from './visibleRange'

/** The line above the plot: what the bars are, or the text of the bar under the pointer. */
export function ChartHead() {
  return (
    <div class="chart-head">
      <Caption />
      {!intersect(timeWindow.value, visible.value) && (
        <LinkButton onClick={revealWindow}>{timeline.backToWindow()}</LinkButton>
      )}
      <IconButton
        label={timeline.zoomTimelineOut()}
        title={timeline.zoomOut()}
        icon={ZoomOut}
        onClick={() => zoom(2)}
      />
      <IconButton
        label={timeline.zoomTimelineIn()}
        title={timeline.zoomIn()}
        icon={ZoomIn}
        onClick={() => zoom(1 / 2)}
      />
    </div>
  )
}

function Caption() {
  const bin = pointedBin.value
  if (bin) return <p class="readout">{barWords(bin, barUnit.value, colouring.value)}</p>
  if (!hasRecords.value)
    return <p class="caption">{loaded.value ? timeline.noRecords() : page.loadingRecords()}</p>
  const isSomePossible = visibleBins.value.some(({ possible }) => possible.some((n) => n > 0))
  const isSomeMissing = gaps.value.some((gap) => intersect(gap, visible.value))
  return (
    <p class="caption">
      {timeline.caption({ unit: barUnit.value, colouring: colouring.value })}
      {isSomePossible && (
        <span class="caption-key">
          <span class="key-possible" aria-hidden="true" />{' '}
          {rich(timeline.possible(), { why: (text) => <span class="caption-why">{text}</span> })}
        </span>
      )}
      {isSomeMissing && (
        <span class="caption-key">
          <span class="key-missing" aria-hidden="true" /> {phrases.noReportsOnFile()}
        </span>
      )}
    </p>
  )
}
