import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { LayersMenu } from './LayersMenu'
import { Legend } from './Legend'
import { NotLocated } from './NotLocated'

/** What is over the map: the legend, exports, link and layers. */
export function MapTools() {
  return (
    <>
      <Legend />
      <div class="map-tools">
        <NotLocated />
        <ExportMenu />
        <CopyLink />
        <LayersMenu />
      </div>
    </>
  )
}
