import { Info } from 'lucide'
import { useLayoutEffect } from 'preact/hooks'
import { MAX_OUTLINES } from '../../figure/ground/drawGround'
import { map as texts } from '../../messages/compiled/map'
import { tools } from '../../messages/compiled/tools'
import { Icon } from '../shared/Icon'

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

/** The credits of the figure: like MapLibre's, behind a button on a narrow map. */
export function FigureCredits({ problem, isBare, credits, width, onShown }: Props) {
  const isNarrow = width <= NARROW
  useLayoutEffect(onShown, [problem, isBare, credits, isNarrow])
  const all = <p>{credits.join(' | ')}</p>
  return (
    <div class="map-credits">
      {problem !== '' && <p>{tools.noMap({ reason: problem })}</p>}
      {isBare && <p>{texts.manyOutlines({ max: MAX_OUTLINES })}</p>}
      {!isNarrow && all}
      {isNarrow && (
        <details>
          <summary aria-label={texts.credits()} title={texts.credits()}>
            <Icon of={Info} />
          </summary>
          {all}
        </details>
      )}
    </div>
  )
}
