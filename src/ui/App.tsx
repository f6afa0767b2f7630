import { useEffect } from 'preact/hooks'
import { showPane } from '../app/actions'
import { embed, framed, loaded, selection } from '../app/state'
import { exporting } from '../messages/compiled/exporting'
import { help } from '../messages/compiled/help'
import { lead } from '../messages/compiled/lead'
import { timeline } from '../messages/compiled/timeline'
import { tools } from '../messages/compiled/tools'
import type { FramePart } from '../model/view'
import { CardPlace } from './card/CardPlace'
import { FrameHead } from './embed/FrameHead'
import { Hint } from './help/Hint'
import { followHelpKey } from './help/singleKeys'
import { ReportList } from './list/ReportList'
import { MapTools } from './map/MapTools'
import { MapView } from './map/MapView'
import { DataDialog } from './open/DataDialog'
import { DropTarget } from './open/DropTarget'
import { Notices } from './panel/Notices'
import { PageHead } from './panel/PageHead'
import { Panel } from './panel/Panel'
import { SkipLinks } from './panel/SkipLinks'
import { PaneDialog } from './shared/PaneDialog'
import { isCardSheet, isLow, isLowFrame, isStacked, mapCovered } from './shared/phone'
import { Timeline } from './timeline/Timeline'

const loadAbout = () => import('./about/AboutContents').then((module) => module.AboutContents)
const loadHowToRead = () => import('./help/HowToRead').then((module) => module.HowToRead)
const loadKeys = () => import('./help/KeyList').then((module) => module.KeyList)
const loadDates = () => import('./dates/DatesForm').then((module) => module.DatesForm)
const loadPicture = () => import('./publish/PictureForm').then((module) => module.PictureForm)
const loadShare = () => import('./publish/ShareForm').then((module) => module.ShareForm)

/** The whole screen: panel, map with its tools, timeline. */
export function App() {
  useEffect(followHelpKey, [])
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
      <Hint />
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
      <PaneDialog pane="about" title={lead.aboutData()} load={loadAbout} />
      <PaneDialog pane="help" title={help.howToRead()} load={loadHowToRead} />
      <PaneDialog pane="keys" title={help.keys()} load={loadKeys} />
      <PaneDialog
        pane="dates"
        title={timeline.chooseDates()}
        kind="dates-dialog"
        load={loadDates}
      />
      <PaneDialog pane="picture" title={exporting.picture()} kind="publish" load={loadPicture} />
      <PaneDialog pane="share" title={tools.share()} kind="publish" load={loadShare} />
      <DropTarget />
      <DataDialog />
    </main>
  )
}
