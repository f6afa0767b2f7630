import { ChevronUp } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { showPane } from '../../app/actions'
import { loaded } from '../../app/state'
import { page } from '../../messages/compiled/page'
import { panel } from '../../messages/compiled/panel'
import { DataLead } from '../open/DataLead'
import { Icon } from '../shared/Icon'
import { isPhone, isStacked, mapCovered } from '../shared/phone'
import { Filters } from './Filters'
import { PageHead } from './PageHead'
import { PanelTabs } from './PanelTabs'
import { SliceStatus } from './SliceStatus'

/** A shorter way is a tap, px. */
const SWIPE = 24

/** The left panel; on a phone, a sheet that slides up from the bottom. */
export function Panel() {
  const swipeFrom = useRef<number | null>(null)
  const host = useRef<HTMLDivElement>(null)
  const scrolled = useRef(0)
  // The folded sheet shows its top, where the count is. It opens where it was left.
  useLayoutEffect(() => {
    if (!mapCovered.value || !host.current) return
    host.current.scrollTop = scrolled.current
    const focused = host.current.querySelector(':focus-visible:not(.sheet-handle)')
    focused?.scrollIntoView({ block: 'nearest' })
  }, [mapCovered.value])
  return (
    // Focus inside the folded sheet opens it: everything that the keyboard reaches must be visible.
    <div
      ref={host}
      class={mapCovered.value ? 'panel panel-open' : 'panel'}
      onScroll={({ currentTarget }) => {
        if (mapCovered.value) scrolled.current = currentTarget.scrollTop
      }}
      onFocusIn={(event) => {
        const { target } = event
        // A press must not move what is pressed.
        const byKeys = target instanceof Element && target.matches(':focus-visible')
        if (isPhone.value && byKeys && !target.closest('.sheet-handle')) showPane('list', true)
      }}
      onPointerDown={({ target, clientY }) => {
        const onHandle = target instanceof Element && target.closest('.sheet-handle')
        const canSwipe = isPhone.value && (onHandle || !mapCovered.value)
        swipeFrom.current = canSwipe ? clientY : null
      }}
      onPointerUp={({ clientY }) => {
        const by = swipeFrom.current === null ? 0 : swipeFrom.current - clientY
        if (Math.abs(by) > SWIPE) showPane('list', by > 0)
      }}
    >
      <button
        type="button"
        class="sheet-handle"
        aria-expanded={mapCovered.value}
        onClick={() => showPane('list', !mapCovered.value)}
      >
        <Icon of={ChevronUp} />
        {mapCovered.value ? panel.showMap() : panel.showList()}
      </button>
      <header class="panel-head">
        {!isStacked.value && <PageHead />}
        <DataLead />
        <SliceStatus />
      </header>
      <Filters />
      {loaded.value ? <PanelTabs /> : <p class="empty">{page.loadingRecords()}</p>}
    </div>
  )
}
