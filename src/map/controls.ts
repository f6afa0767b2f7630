import { createElement, Focus } from 'lucide'
import {
  AttributionControl,
  FullscreenControl,
  type IControl,
  type Map as MapLibre,
  NavigationControl,
  ScaleControl,
} from 'maplibre-gl'
import { map as texts } from '../messages/map'

/**
 * MapLibre's own words, of the controls that are used here. The region round the map is named by the page, the canvas
 * says how to use it.
 */
export function mapLocale(): Record<string, string> {
  return {
    'Map.Title': texts.title(),
    'NavigationControl.ZoomIn': texts.zoomIn(),
    'NavigationControl.ZoomOut': texts.zoomOut(),
    'FullscreenControl.Enter': texts.enterFullscreen(),
    'FullscreenControl.Exit': texts.exitFullscreen(),
    'AttributionControl.ToggleAttribution': texts.credits(),
    'ScaleControl.Meters': texts.metres(),
    'ScaleControl.Kilometers': texts.kilometres(),
    'Popup.Close': texts.close(),
  }
}

/** Zoom, fit, fullscreen, scale and credits. `fit` is what the fit button does. */
export function addControls(map: MapLibre, fit: () => void): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  map.addControl(new FitControl(fit), 'top-left')
  map.addControl(new FullscreenControl(), 'top-left')
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-left')
  // No word on compactness: one line where it fits, behind a button on a narrow map.
  map.addControl(new AttributionControl({}), 'bottom-right')
  map.once('idle', () => foldCredits(map))
}

/** On a narrow map the credits show while it loads, then fold behind their button, as they do at the first drag. */
function foldCredits(map: MapLibre): void {
  const unfolded = map.getContainer().querySelector('.maplibregl-compact-show')
  unfolded?.classList.remove('maplibregl-compact-show')
}

/** A button in the map's corner. */
class FitControl implements IControl {
  private element: HTMLElement | null = null

  constructor(private readonly fit: () => void) {}

  onAdd(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'map-fit'
    button.title = texts.fit()
    button.setAttribute('aria-label', texts.fit())
    const icon = createElement(Focus, { width: 18, height: 18, 'stroke-width': 1.75 })
    icon.setAttribute('aria-hidden', 'true')
    button.append(icon)
    button.addEventListener('click', this.fit)
    this.element = document.createElement('div')
    this.element.className = 'maplibregl-ctrl maplibregl-ctrl-group'
    this.element.append(button)
    return this.element
  }

  onRemove(): void {
    this.element?.remove()
    this.element = null
  }
}
