import { useRef } from 'preact/hooks'
import { switchAllDatesOn } from '../../../app/actions'
import { off } from '../../../app/state'
import { timeline } from '../../../messages/compiled/timeline'
import { totalOf } from '../../../query/classes'
import { LazyPart } from '../../shared/LazyPart'
import { LinkButton } from '../../shared/LinkButton'
import { rich } from '../../shared/rich'
import { countShort, countWords } from '../../shared/words'
import { hasRecords } from '../bins'
import { DateToggle, dates, isLong } from './DateToggle'
import { MonthChoice } from './MonthChoice'

/** Loaded where not all dates are drawn. */
const loadVirtual = () => import('./VirtualDates').then((module) => module.VirtualDates)

/** A button for each day, week or month of the window: one Tab stop, arrows inside. */
export function DateToggles() {
  const strip = useRef<HTMLDivElement>(null)
  return (
    <div class="dates-row">
      {/* biome-ignore lint/a11y/useSemanticElements: Chromium scrolls a fieldset back to its start */}
      <div
        ref={strip}
        class="dates"
        role="group"
        aria-label={timeline.dates()}
        onKeyDown={isLong.value ? undefined : moveFocus}
      >
        {isLong.value ? (
          <LazyPart load={loadVirtual} />
        ) : (
          [...dates.value].map(([index, { range }]) => (
            <DateToggle key={range.from} index={index} />
          ))
        )}
      </div>
      <div class="dates-side">
        <MonthChoice strip={strip} />
        {hasRecords.value && <CountKey />}
        {off.value.size > 0 && (
          <LinkButton
            onClick={({ currentTarget }) => {
              // This button goes away: the focus must not go with it.
              const dates = currentTarget.closest('.dates-row')
              switchAllDatesOn()
              dates?.querySelector<HTMLElement>('.date[tabindex="0"]')?.focus()
            }}
          >
            {timeline.switchAllOn()}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

/** What the numbers of the dates mean, for the eye: their names say it in words. */
function CountKey() {
  const drawn = [...dates.value.values()]
  const range = drawn.find(({ count }) => count.possible > 0)?.count
  const isMissing = drawn.some(({ onFile }) => !onFile)
  const isFiltered = drawn.some(({ count, onFile }) => onFile && totalOf(count) === 0)
  const keys = [
    ...(range ? [timeline.keyRange({ range: countShort(range), words: countWords(range) })] : []),
    ...(isMissing ? [timeline.keyMissing()] : []),
    ...(isFiltered ? [timeline.keyFiltered()] : []),
  ]
  return (
    <p class="dates-key" aria-hidden="true">
      {keys.map((key, index) => (
        <span key={index}>{rich(key, { sign: (text) => <b>{text}</b> })}</span>
      ))}
    </p>
  )
}

/** Arrow keys, Home and End go from button to button (WAI-ARIA toolbar pattern). */
function moveFocus(event: KeyboardEvent): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const target = {
    ArrowLeft: button?.previousElementSibling,
    ArrowRight: button?.nextElementSibling,
    Home: button?.parentElement?.firstElementChild,
    End: button?.parentElement?.lastElementChild,
  }[event.key]
  if (!(target instanceof HTMLElement)) return
  event.preventDefault()
  target.focus()
}
