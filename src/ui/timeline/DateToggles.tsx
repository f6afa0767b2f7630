import { switchAllDatesOn } from '../../app/actions'
import { off } from '../../app/state'
import { timeline } from '../../messages/timeline'
import { LazyPart } from '../shared/LazyPart'
import { LinkButton } from '../shared/LinkButton'
import { DateToggle, slices } from './DateToggle'

/** Of more dates only the visible ones are drawn; the code for that is loaded then. */
const MAX_DRAWN = 400
const loadVirtual = () => import('./VirtualDates').then((module) => module.VirtualDates)

/** A button for each day, week or month of the window: one Tab stop, arrows inside. */
export function DateToggles() {
  const isLong = slices.value.length > MAX_DRAWN
  return (
    <div class="dates-row">
      <fieldset
        class="dates"
        aria-label={timeline.dates()}
        onKeyDown={isLong ? undefined : moveFocus}
      >
        {isLong ? (
          <LazyPart load={loadVirtual} />
        ) : (
          slices.value.map(({ range }, index) => <DateToggle key={range.from} index={index} />)
        )}
      </fieldset>
      {off.value.size > 0 && (
        <LinkButton
          onClick={({ currentTarget }) => {
            // This button goes away: the focus must not go with it.
            const dates = currentTarget.parentElement
            switchAllDatesOn()
            dates?.querySelector<HTMLElement>('.date[tabindex="0"]')?.focus()
          }}
        >
          {timeline.switchAllOn()}
        </LinkButton>
      )}
    </div>
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
