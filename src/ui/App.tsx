import { showPane } from '../app/actions'
import { embed, framed, loaded, selection } from '../app/state'
import type { FramePart } from '../model/view'
import { AboutDialog } from './about/AboutDialog'
import { CardPlace } from './card/CardPlace'
import { DatesDialog } from './dates/DatesDialog'
import { FrameHead } from './embed/FrameHead'
import { ReportList } from './list/ReportList'
import { MapTools } from './map/MapTools'
import { MapView } from './map/MapView'
import { DataDialog } from './open/DataDialog'
import { DropTarget } from './open/DropTarget'
import { Notices } from './panel/Notices'
import { PageHead } from './panel/PageHead'
import { Panel } from './panel/Panel'
import { SkipLinks } from './panel/SkipLinks'
import { PictureDialog } from './picture/PictureDialog'
import { ShareDialog } from './share/ShareDialog'
import { isCardSheet, isLow, isLowFrame, isStacked, mapCovered } from './shared/phone'
import { Timeline } from './timeline/Timeline'

/** The whole screen: panel, map with its tools, timeline. */
export function App() {
  const hasCard = loaded.value && selection.value !== null
  const hasPanel = !embed.value
  const shows = (part: FramePart) => !embed.value || framed.value.has(part)
  return (
    <main
      class={`app${embed.value ? ' app-embed' : ''}${isLow.value || isLowFrame.value ? ' app-low' : ''}`}
    >
      <SkipLinks />
      {hasPanel && isStacked.value && (
        <header class="page-head" inert={mapCovered.value}>
          <PageHead withLead />
        </header>
      )}
      {embed.value && <FrameHead />}
      {hasPanel && !isStacked.value && <Panel />}
      {mapCovered.value && (
        // For the pointer only; the keyboard has the sheet's own button.
        <div class="sheet-scrim" onPointerDown={() => showPane('list', false)} />
      )}
      <div class="stage" inert={mapCovered.value}>
        <MapView />
        <MapTools hasLegend={shows('legend')} />
        <Notices />
        {hasCard && !isCardSheet.value && <CardPlace />}
      </div>
      {shows('timeline') && (
        <div class="timeline-place" inert={mapCovered.value}>
          <Timeline />
        </div>
      )}
      {embed.value && framed.value.has('list') && loaded.value && (
        <div class="frame-list">
          <ReportList />
        </div>
      )}
      {hasPanel && isStacked.value && <Panel />}
      {hasCard && isCardSheet.value && <CardPlace />}
      <AboutDialog />
      <DatesDialog />
      <PictureDialog />
      <ShareDialog />
      <DropTarget />
      <DataDialog />
    </main>
  )
}
