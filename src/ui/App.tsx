import { showPane } from '../app/actions'
import { embed, loaded, selection } from '../app/state'
import { AboutDialog } from './about/AboutDialog'
import { CardPlace } from './card/CardPlace'
import { DatesDialog } from './dates/DatesDialog'
import { MapTools } from './map/MapTools'
import { MapView } from './map/MapView'
import { DataDialog } from './open/DataDialog'
import { DropTarget } from './open/DropTarget'
import { Notices } from './panel/Notices'
import { PageHead } from './panel/PageHead'
import { Panel } from './panel/Panel'
import { SkipLinks } from './panel/SkipLinks'
import { isCardSheet, isLow, isStacked, mapCovered } from './shared/phone'
import { Timeline } from './timeline/Timeline'

/** The whole screen: panel, map with its tools, timeline. */
export function App() {
  const hasCard = loaded.value && selection.value !== null
  const hasPanel = !embed.value
  return (
    <main class={`app${embed.value ? ' app-embed' : ''}${isLow.value ? ' app-low' : ''}`}>
      <SkipLinks />
      {hasPanel && isStacked.value && (
        <header class="page-head" inert={mapCovered.value}>
          <PageHead withLead />
        </header>
      )}
      {hasPanel && !isStacked.value && <Panel />}
      {mapCovered.value && (
        // For the pointer only; the keyboard has the sheet's own button.
        <div class="sheet-scrim" onPointerDown={() => showPane('list', false)} />
      )}
      <div class="stage" inert={mapCovered.value}>
        <MapView />
        <MapTools />
        <Notices />
        {hasCard && !isCardSheet.value && <CardPlace />}
      </div>
      <div class="timeline-place" inert={mapCovered.value}>
        <Timeline />
      </div>
      {hasPanel && isStacked.value && <Panel />}
      {hasCard && isCardSheet.value && <CardPlace />}
      <AboutDialog />
      <DatesDialog />
      <DropTarget />
      <DataDialog />
    </main>
  )
}
