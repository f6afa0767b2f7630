import { ZoomIn, ZoomOut } from 'lucide'
import { setBars, setPossible } from '../../app/actions'
import { bars, colouring, conflict, loaded, possible, timeWindow } from '../../app/state'
import { page } from '../../messages/compiled/page'
import { phrases } from '../../messages/compiled/phrases'
import { timeline } from '../../messages/compiled/timeline'
import { intersect } from '../../model/day'
import { BAR_LAYOUTS } from '../../model/view'
import { columnWords } from '../../query/groupWords'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { SelectField } from '../shared/SelectField'
import { barUnit, gaps, hasRecords, visibleBins } from './bins'
import { revealWindow, visible, zoom } from './visibleRange'

/** Keys of texts cannot contain a dash. */
const KEYS = { stacked: 'stacked', 'side-by-side': 'sideBySide', rows: 'rows' } as const

/** The line above the plot: what the bars are, and how they are drawn. */
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
        <span>
          {rich(timeline.countPossible(), { why: (text) => <span class="why">{text}</span> })}
        </span>
        <span class="key-possible" aria-hidden="true" />
      </label>
      <SelectField
        class="choose bars-choice"
        name={timeline.layout()}
        value={bars.value}
        options={BAR_LAYOUTS.map((id) => ({
          id,
          label: timeline.layoutName({ layout: KEYS[id] }),
        }))}
        onChoose={setBars}
      />
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

function captionWords(): string {
  const column = columnWords(colouring.value, conflict.value)
  return column
    ? timeline.codedCaption({ unit: barUnit.value, column })
    : timeline.caption({ unit: barUnit.value, colouring: colouring.value })
}

function Caption() {
  if (!hasRecords.value)
    return <p class="caption">{loaded.value ? timeline.noRecords() : page.loadingRecords()}</p>
  const isAway = !intersect(timeWindow.value, visible.value)
  return (
    <p class="caption">
      {captionWords()}
      {isAway && (
        <span class="caption-key">
          <LinkButton onClick={revealWindow}>{timeline.backToWindow()}</LinkButton>
        </span>
      )}
      {gaps.value.length > 0 && !isAway && (
        <span class="caption-key">
          <span class="key-missing" aria-hidden="true" /> {phrases.noReportsOnFile()}
        </span>
      )}
      {visibleBins.value.some(({ isUnknown }) => isUnknown) && (
        <span class="caption-key">{timeline.othersNotCounted()}</span>
      )}
    </p>
  )
}
