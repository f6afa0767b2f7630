import { ChevronUp, Info } from 'lucide'
import { conflict, loaded } from '../../app/state'
import { page } from '../../messages/page'
import { panel } from '../../messages/panel'
import { openAbout } from '../about/AboutDialog'
import { DataLead } from '../open/DataLead'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { sheetOpen } from '../shared/phone'
import { Filters } from './Filters'
import { PanelTabs } from './PanelTabs'
import { SliceStatus } from './SliceStatus'
import { ThemeSwitch } from './ThemeSwitch'

/** The left panel; on a phone, a sheet that slides up from the bottom. */
export function Panel() {
  return (
    // Focus inside the folded sheet opens it: everything that the keyboard reaches must be visible.
    <div
      class={sheetOpen.value ? 'panel panel-open' : 'panel'}
      onFocusIn={(event) => {
        const { target } = event
        // A press must not move what is pressed.
        const byKeys = target instanceof Element && target.matches(':focus-visible')
        if (byKeys && !target.closest('.sheet-handle')) sheetOpen.value = true
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
        {sheetOpen.value ? panel.showMap() : panel.showList()}
      </button>
      <header class="panel-head">
        <div class="title-row">
          <h1>{conflict.value.shortTitle}</h1>
          <LinkButton onClick={openAbout}>
            <Icon of={Info} size={14} /> {panel.about()}
          </LinkButton>
          <ThemeSwitch />
        </div>
        <DataLead />
        <SliceStatus />
      </header>
      <Filters />
      {loaded.value ? <PanelTabs /> : <p class="empty">{page.loadingRecords()}</p>}
    </div>
  )
}
