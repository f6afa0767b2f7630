import type { Signal } from '@preact/signals'
import { ChevronUp, Pause, Play, SkipBack, SkipForward } from 'lucide'
import { setUnit, showAllDates, stepWindow } from '../../app/actions'
import { embed, firstVisit, timeWindow, unit } from '../../app/state'
import type { Unit } from '../../model/day'
import { Icon } from '../shared/Icon'
import { rangeWords } from '../shared/words'
import { shortRange } from './dateLabels'
import { type Player, SPEEDS } from './player'

const UNITS: readonly { readonly id: Unit; readonly label: string }[] = [
  { id: 'day', label: 'Day' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
  { id: 'all', label: 'All' },
]

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
        aria-label="Previous slice"
        title="Previous slice"
        onClick={() => stepWindow(-1)}
      >
        <Icon of={SkipBack} />
      </button>
      <PlayButton player={player} />
      <button
        type="button"
        class="icon-button"
        aria-label="Next slice"
        title="Next slice"
        onClick={() => stepWindow(1)}
      >
        <Icon of={SkipForward} />
      </button>
      <Heading />
      <button
        type="button"
        class="icon-button timeline-fold"
        aria-label="Timeline details"
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
          <span>Slice</span>
          <select
            value={unit.value}
            onChange={({ currentTarget }) => setUnit(currentTarget.value as Unit)}
          >
            {UNITS.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label class="choose">
          <span>Speed</span>
          <select
            value={player.speed.value}
            onChange={({ currentTarget }) => {
              player.speed.value = Number(currentTarget.value)
            }}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {speed}×
              </option>
            ))}
          </select>
        </label>
        {/* On a first visit the panel offers the same, with the reason beside it. */}
        {(embed.value || !firstVisit.value) && (
          <button type="button" class="link-button" onClick={showAllDates}>
            All dates
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
      <Icon of={playing ? Pause : Play} /> <span>{playing ? 'Pause' : 'Play'}</span>
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
