import type { Signal } from '@preact/signals'
import { ChevronUp, Pause, Play, SkipBack, SkipForward } from 'lucide'
import { setUnit, showAllDates, stepWindow } from '../../app/actions'
import { embed, firstVisit, timeWindow, unit } from '../../app/state'
import { formatNumber } from '../../messages/intl'
import { timeline } from '../../messages/timeline'
import type { Unit } from '../../model/day'
import { Icon } from '../shared/Icon'
import { rangeWords } from '../shared/words'
import { shortRange } from './dateLabels'
import { type Player, SPEEDS } from './player'

const UNITS: readonly Unit[] = ['day', 'week', 'month', 'all']

interface Props {
  readonly player: Player
  readonly open: Signal<boolean>
}

/** Steps, plays and names the window. On a phone, all that shows until the timeline is unfolded. */
export function Controls({ player, open }: Props) {
  return (
    <div class="timeline-controls">
      <button
        type="button"
        class="icon-button"
        aria-label={timeline.previous()}
        title={timeline.previous()}
        onClick={() => stepWindow(-1)}
      >
        <Icon of={SkipBack} />
      </button>
      <PlayButton player={player} />
      <button
        type="button"
        class="icon-button"
        aria-label={timeline.next()}
        title={timeline.next()}
        onClick={() => stepWindow(1)}
      >
        <Icon of={SkipForward} />
      </button>
      <Heading />
      <button
        type="button"
        class="icon-button timeline-fold"
        aria-label={timeline.details()}
        aria-expanded={open.value}
        aria-controls="timeline-body"
        onClick={() => {
          open.value = !open.value
        }}
      >
        <Icon of={ChevronUp} />
      </button>
      <div class="timeline-choices">
        <label class="choose">
          <span>{timeline.slice()}</span>
          <select
            value={unit.value}
            onChange={({ currentTarget }) => setUnit(currentTarget.value as Unit)}
          >
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {timeline.unit({ unit: each })}
              </option>
            ))}
          </select>
        </label>
        <label class="choose">
          <span>{timeline.speed()}</span>
          <select
            value={player.speed.value}
            onChange={({ currentTarget }) => {
              player.speed.value = Number(currentTarget.value)
            }}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {timeline.times({ speed: formatNumber(speed) })}
              </option>
            ))}
          </select>
        </label>
        {/* On a first visit the panel offers the same, with the reason beside it. */}
        {(embed.value || !firstVisit.value) && (
          <button type="button" class="link-button" onClick={showAllDates}>
            {timeline.allDates()}
          </button>
        )}
      </div>
    </div>
  )
}

function PlayButton({ player }: Pick<Props, 'player'>) {
  const playing = player.playing.value
  return (
    <button type="button" class="play-button" onClick={playing ? player.pause : player.play}>
      <Icon of={playing ? Pause : Play} />{' '}
      <span>{playing ? timeline.pause() : timeline.play()}</span>
    </button>
  )
}

function Heading() {
  const window = timeWindow.value
  return (
    <h2 class="timeline-window">
      <span class="timeline-window-long">{rangeWords(window)}</span>
      <span class="timeline-window-short">{shortRange(window)}</span>
    </h2>
  )
}
