import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { LayersMenu } from './LayersMenu'
import { Legend } from './Legend'

/** What lies over the map: the legend, and the ways to take the slice away. */
export function MapTools() {
  return (
    <>
      <Legend />
      <div class="map-tools">
        <ExportMenu />
        <CopyLink />
        <LayersMenu />
      </div>
    </>
  )
}
