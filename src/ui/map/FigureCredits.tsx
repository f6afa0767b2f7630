import { Info } from 'lucide'
import { useLayoutEffect } from 'preact/hooks'
import { embed } from '../../app/state'
import { MAX_OUTLINES } from '../../figure/ground/drawGround'
import { map as texts } from '../../messages/compiled/map'
import { tools } from '../../messages/compiled/tools'
import { Icon } from '../shared/Icon'
import { isLow } from '../shared/phone'
import { notes } from './covered'

/** MapLibre folds its credits on maps this wide, px. */
const NARROW = 640

interface Props {
  /** Why there is no more than the figure; empty while that is not known. */
  readonly problem: string
  readonly isBare: boolean
  readonly credits: readonly string[]
  /** Of the map, px. */
  readonly width: number
  /** Names keep off what is on the page. */
  onShown(): void
}

/** The credits of the figure: like MapLibre's, behind a button on a narrow, low or embedded map. */
export function FigureCredits({ problem, isBare, credits, width, onShown }: Props) {
  const isNarrow = width <= NARROW || embed.value || isLow.value
  useLayoutEffect(onShown, [problem, isBare, credits, isNarrow])
  useLayoutEffect(() => {
    if (problem !== '') notes.value++
  }, [problem, isNarrow])
  const all = <p>{credits.join(' | ')}</p>
  const reason = problem !== '' && <p class="map-note">{tools.noMap({ reason: problem })}</p>
  // Where there is hardly any map, it is not covered either.
  const isFolded = isNarrow && isLow.value
  return (
    <div class="map-credits">
      {!isFolded && reason}
      {isBare && <p class="map-note">{texts.manyOutlines({ max: MAX_OUTLINES })}</p>}
      {!isNarrow && all}
      {isNarrow && (
        <details>
          <summary aria-label={texts.credits()} title={texts.credits()}>
            <Icon of={Info} />
          </summary>
          {isFolded && reason}
          {all}
        </details>
      )}
    </div>
  )
}
