import { embed, loaded, selection } from '../state'
import { AboutDialog } from './AboutDialog'
import { MapTools } from './MapTools'
import { MapView } from './MapView'
import { Notices } from './Notices'
import { DataDialog } from './open/DataDialog'
import { DropTarget } from './open/DropTarget'
import { Panel } from './Panel'
import { mapCovered, sheetOpen } from './phone'
import { dockedSelection } from './popupPlace'
import { SelectionCard } from './SelectionCard'
import { Timeline } from './timeline/Timeline'

/** The whole screen: panel, map with its tools, timeline. */
export function App() {
  const docked = loaded.value && selection.value !== null && dockedSelection.value
  return (
    <main class={embed.value ? 'app app-embed' : 'app'}>
      {!embed.value && <Panel />}
      {mapCovered.value && (
        // For the pointer only; the keyboard has the sheet's own button.
        <div
          class="sheet-scrim"
          onPointerDown={() => {
            sheetOpen.value = false
          }}
        />
      )}
      <div class="stage" inert={mapCovered.value}>
        <MapView />
        <MapTools />
        <Notices />
        {docked && (
          <div class="docked-card">
            <SelectionCard />
          </div>
        )}
      </div>
      <div class="timeline-place" inert={mapCovered.value}>
        <Timeline />
      </div>
      <AboutDialog />
      <DropTarget />
      <DataDialog />
    </main>
  )
}
