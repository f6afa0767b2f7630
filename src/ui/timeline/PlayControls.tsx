import { ChevronUp, Pause, Play, SkipBack, SkipForward } from 'lucide'
import { setUnit, showAllDates, stepWindow } from '../../app/actions'
import { dataset, off, timeWindow, unit } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import { formatNumber } from '../../messages/intl'
import type { Unit } from '../../model/day'
import { DatesButton } from '../dates/DatesButton'
import { Icon } from '../shared/Icon'
import { IconButton } from '../shared/IconButton'
import { LinkButton } from '../shared/LinkButton'
import { SelectField } from '../shared/SelectField'
import { rangeWords } from '../shared/words'
import { shortRange } from './dateLabels'
import { pause, play, playing, SPEEDS, speed } from './player'
import { isSameRange } from './range'

const UNITS: readonly Unit[] = ['day', 'week', 'month', 'all']

/** Steps, plays and names the window. On a phone, all that shows until the timeline is unfolded. */
export function Controls({ open }: { readonly open: { value: boolean } }) {
  const { span } = dataset.value
  const isAll = span !== null && isSameRange(span, timeWindow.value) && off.value.size === 0
  return (
    <div class="timeline-controls">
      <IconButton label={timeline.previous()} icon={SkipBack} onClick={() => stepWindow(-1)} />
      <button type="button" class="play-button" onClick={playing.value ? pause : play}>
        <Icon of={playing.value ? Pause : Play} />{' '}
        <span>{playing.value ? timeline.pause() : timeline.play()}</span>
      </button>
      <IconButton label={timeline.next()} icon={SkipForward} onClick={() => stepWindow(1)} />
      <h2 class="timeline-window">
        <DatesButton>
          <span class="timeline-window-long">{rangeWords(timeWindow.value)}</span>
          <span class="timeline-window-short">{shortRange(timeWindow.value)}</span>
        </DatesButton>
      </h2>
      <IconButton
        class="timeline-fold"
        label={timeline.details()}
        icon={ChevronUp}
        aria-expanded={open.value}
        aria-controls="timeline-body"
        onClick={() => {
          open.value = !open.value
        }}
      />
      <div class="timeline-choices">
        <SelectField
          class="choose"
          name={timeline.slice()}
          value={unit.value}
          options={UNITS.map((id) => ({ id, label: timeline.unit({ unit: id }) }))}
          onChoose={setUnit}
        />
        <SelectField
          class="choose"
          name={timeline.speed()}
          value={String(speed.value)}
          options={SPEEDS.map((times) => ({
            id: String(times),
            label: timeline.times({ speed: formatNumber(times) }),
          }))}
          onChoose={(chosen) => {
            speed.value = Number(chosen)
          }}
        />
        <LinkButton class={isAll ? 'no-use' : ''} onClick={showAllDates}>
          {timeline.allDates()}
        </LinkButton>
      </div>
    </div>
  )
}
