import { ChevronUp, Info } from 'lucide'
import { showAllDates } from '../../app/actions'
import { firstVisit, loaded, shown } from '../../app/state'
import { openAbout } from '../about/AboutDialog'
import { DataLead } from '../open/DataLead'
import { Icon } from '../shared/Icon'
import { sheetOpen } from '../shared/phone'
import { Filters } from './Filters'
import { PanelTabs } from './PanelTabs'
import { SliceStatus } from './SliceStatus'
import { ThemeSwitch } from './ThemeSwitch'

/** The left panel; on a phone, a sheet that slides up from the bottom. */
export function Panel() {
  return (
    // Focus inside the folded sheet opens it: nothing a keyboard reaches stays out of sight.
    <div
      class={sheetOpen.value ? 'panel panel-open' : 'panel'}
      onFocusIn={(event) => {
        const onHandle = event.target instanceof Element && event.target.closest('.sheet-handle')
        if (!onHandle) sheetOpen.value = true
      }}
    >
      <button
        type="button"
        class="sheet-handle"
        aria-expanded={sheetOpen.value}
        onClick={() => {
          sheetOpen.value = !sheetOpen.value
        }}
      >
        <Icon of={ChevronUp} />
        {sheetOpen.value ? 'Show the map' : 'Show filters and list'}
      </button>
      <header class="panel-head">
        <div class="title-row">
          <h1>Contactline</h1>
          <button type="button" class="link-button" onClick={openAbout}>
            <Icon of={Info} size={14} /> About the data
          </button>
          <ThemeSwitch />
        </div>
        <DataLead />
        <SliceStatus />
        {firstVisit.value && loaded.value && !shown.value && (
          <p class="first-visit">
            You see the week of the reports this project began with.{' '}
            <button type="button" class="link-button" onClick={showAllDates}>
              All dates
            </button>
          </p>
        )}
      </header>
      <Filters />
      {loaded.value ? <PanelTabs /> : <p class="empty">Loading the records …</p>}
    </div>
  )
}
