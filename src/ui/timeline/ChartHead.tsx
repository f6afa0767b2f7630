import { ZoomIn, ZoomOut } from 'lucide'
import { setPossible } from '../../app/actions'
import { colouring, loaded, possible, timeWindow } from '../../app/state'
import { page } from '../../messages/page'
import { phrases } from '../../messages/phrases'
import { timeline } from '../../messages/timeline'
import { intersect } from '../../model/day'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { barWords } from './barWords'
import { barUnit, gaps, hasRecords, pointedBin } from './bins'
import { revealWindow, visible, zoom } from './visibleRange'

/** The line above the plot: what the bars are, or the text of the bar under the pointer. */
export function ChartHead() {
  return (
    <div class="chart-head">
      <Caption />
      <label class="possible-switch">
        <input
          type="checkbox"
          checked={possible.value}
          onChange={() => setPossible(!possible.value)}
        />
        <span class="key-possible" aria-hidden="true" />
        <span>
          {rich(timeline.countPossible(), { why: (text) => <span class="why">{text}</span> })}
        </span>
      </label>
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
  const isSomeMissing = gaps.value.some((gap) => intersect(gap, visible.value))
  return (
    <p class="caption">
      {timeline.caption({ unit: barUnit.value, colouring: colouring.value })}
      {isSomeMissing && (
        <span class="caption-key">
          <span class="key-missing" aria-hidden="true" /> {phrases.noReportsOnFile()}
        </span>
      )}
    </p>
  )
}
