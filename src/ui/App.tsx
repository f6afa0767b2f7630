import { embed, loaded, selection } from '../state'
import { AboutDialog } from './AboutDialog'
import { MapTools } from './MapTools'
import { MapView } from './MapView'
import { Notices } from './Notices'
import { Panel } from './Panel'
import { dockedSelection } from './popupPlace'
import { SelectionCard } from './SelectionCard'
import { Timeline } from './timeline/Timeline'

/** The whole screen: panel, map with its tools, timeline. */
export function App() {
  const docked = loaded.value && selection.value !== null && dockedSelection.value
  return (
    <main class={embed.value ? 'app app-embed' : 'app'}>
      {!embed.value && <Panel />}
      <div class="stage">
        <MapView />
        <MapTools />
        <Notices />
        {docked && (
          <div class="docked-card">
            <SelectionCard />
          </div>
        )}
      </div>
      <Timeline />
      <AboutDialog />
    </main>
  )
}
