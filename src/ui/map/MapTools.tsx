import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { LayersMenu } from './LayersMenu'
import { Legend } from './Legend'
import { NotLocated } from './NotLocated'

/** What lies over the map: the legend, and the ways to take the slice away. */
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
