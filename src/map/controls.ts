import {
  AttributionControl,
  FullscreenControl,
  type Map as MapLibre,
  ScaleControl,
} from 'maplibre-gl'
import { map as texts } from '../messages/compiled/map'

/**
 * MapLibre's own words, of the controls that are used here. The region round the map is named by the page, the canvas
 * says how to use it.
 */
export function mapLocale(): Record<string, string> {
  return {
    'Map.Title': texts.title(),
    'CooperativeGesturesHandler.WindowsHelpText': texts.enterByKey({ key: 'Ctrl' }),
    'CooperativeGesturesHandler.MacHelpText': texts.enterByKey({ key: '⌘' }),
    'CooperativeGesturesHandler.MobileHelpText': texts.twoFingers(),
    'FullscreenControl.Enter': texts.enterFullscreen(),
    'FullscreenControl.Exit': texts.exitFullscreen(),
    'AttributionControl.ToggleAttribution': texts.credits(),
    'ScaleControl.Meters': texts.metres(),
    'ScaleControl.Kilometers': texts.kilometres(),
  }
}

/** Two lines of credits would cover much of a lower map, px. */
const LOW = 400

/** Fullscreen, scale and credits. Zoom and fit are the page's own. */
export function addControls(map: MapLibre, isFramed: boolean): void {
  map.addControl(new FullscreenControl(), 'top-left')
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-left')
  // Without a word on compactness: one line where it fits, behind a button on a narrow map.
  const isFolded = isFramed || map.getContainer().clientHeight < LOW
  map.addControl(new AttributionControl(isFolded ? { compact: true } : {}), 'bottom-right')
  const fold = () => foldCredits(map)
  // They unfold whenever another source has come.
  const loading = [map.on('styledata', fold), map.on('sourcedata', fold)]
  map.once('idle', () => {
    fold()
    for (const each of loading) each.unsubscribe()
  })
  map.on('resize', fold)
}

/** Where credits are behind a button, they would show while the map loads. */
function foldCredits(map: MapLibre): void {
  const unfolded = map.getContainer().querySelector('.maplibregl-compact-show')
  unfolded?.classList.remove('maplibregl-compact-show')
}

/**
 * In a part of another page the wheel belongs to that page, until a press of the mouse enters the
 * map; it does again when the pointer leaves.
 */
export function enterByPress(map: MapLibre): void {
  const container = map.getContainer()
  container.addEventListener('pointerdown', ({ pointerType }) => {
    if (pointerType === 'mouse') map.cooperativeGestures.disable()
  })
  container.addEventListener('pointerleave', () => map.cooperativeGestures.enable())
}
