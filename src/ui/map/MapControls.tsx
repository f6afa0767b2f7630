import { computed } from '@preact/signals'
import { Focus, Minus, Plus } from 'lucide'
import { useEffect } from 'preact/hooks'
import { limit } from '../../app/state'
import { MAX_ZOOM } from '../../figure/camera'
import { map as texts } from '../../messages/compiled/map'
import { Icon, type IconNode } from '../shared/Icon'
import { keepInView, outOfView } from './keepInView'
import { shownMap } from './shownMap'

/** The end of the zoom that the map is at. */
const zoomEnd = computed(() => {
  const zoom = shownMap.value?.viewport.value?.zoom
  if (zoom === undefined) return 'both'
  return zoom >= MAX_ZOOM ? 'in' : zoom <= limit.value.minZoom ? 'out' : null
})

/** Zoom and fit, over the figure and MapLibre's map alike. */
export function MapControls() {
  const map = shownMap.value
  const end = zoomEnd.value
  useEffect(keepInView, [])
  return (
    <div class="map-controls">
      <div class="map-control">
        <Control
          icon={Plus}
          label={texts.zoomIn()}
          isOff={end === 'in' || end === 'both'}
          onClick={() => map?.zoom(1)}
        />
        <Control
          icon={Minus}
          label={texts.zoomOut()}
          isOff={end === 'out' || end === 'both'}
          onClick={() => map?.zoom(-1)}
        />
      </div>
      <div class="map-control">
        <Control icon={Focus} label={texts.fit()} isOff={!map} onClick={() => map?.fit()} />
        {outOfView.value > 0 && (
          <button type="button" class="out-of-view" onClick={() => map?.fit()}>
            {texts.outOfView({ n: outOfView.value })}
          </button>
        )}
      </div>
    </div>
  )
}

interface ControlProps {
  readonly icon: IconNode
  readonly label: string
  readonly isOff: boolean
  onClick(): void
}

function Control({ icon, label, isOff, onClick }: ControlProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      <Icon of={icon} size={18} />
    </button>
  )
}
