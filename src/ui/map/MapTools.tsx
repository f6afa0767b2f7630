import { useSignal } from '@preact/signals'
import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { LayersMenu } from './LayersMenu'
import { Legend } from './Legend'
import { NotLocated } from './NotLocated'

/** The name of a saved file, which is not broken at its dashes. */
const NAME = /(\S+-\S+\w)/

/** What is over the map: the legend, exports, link and layers. */
export function MapTools({ hasLegend }: { readonly hasLegend: boolean }) {
  const said = useSignal('')
  const say = (words: string) => {
    said.value = words
  }
  return (
    <>
      {hasLegend && <Legend />}
      <div class="map-tools">
        <NotLocated />
        <ExportMenu say={say} />
        <CopyLink say={say} />
        <LayersMenu />
        <p aria-live="polite" class="tool-status">
          {said.value.split(NAME).map((part, index) => (index % 2 ? <span>{part}</span> : part))}
        </p>
      </div>
    </>
  )
}
