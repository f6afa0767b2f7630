import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { SCALE } from '../../figure/avoid'
import { NAME_GAP, NAME_STYLES, NAME_ZOOM, SITE_ANCHORS } from '../../figure/names/nameStyle'
import type { Palette } from '../../figure/palette'
import { fontsOf, setName } from './groundLayers'
import { givenId, SOURCES } from './layerIds'
import { anchorsAt, offsetAt } from './nameAnchors'

/** Names are placed after the room for the marks, so that a name never lies under one. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const { focus, counted, quiet, site } = NAME_STYLES
  const quietName = setName(quiet, palette)
  const siteName = setName(site, palette)
  const name = setName(focus, palette)
  return [
    {
      id: givenId('quiet-names'),
      type: 'symbol',
      source: SOURCES.areas,
      filter: ['==', ['get', 'rank'], 'quiet'],
      minzoom: NAME_ZOOM.quietFrom,
      layout: {
        ...quietName.layout,
        'text-field': ['get', 'lead'],
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: quietName.paint,
    },
    {
      id: givenId('site-names'),
      type: 'symbol',
      source: SOURCES.sites,
      // Bins have no name.
      filter: ['has', 'name'],
      minzoom: NAME_ZOOM.sitesFrom,
      layout: {
        ...siteName.layout,
        'text-field': ['get', 'name'],
        'text-variable-anchor': [...SITE_ANCHORS],
        'text-radial-offset': ['/', ['+', ['get', 'radius'], NAME_GAP.site], site.size],
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: siteName.paint,
    },
    {
      id: givenId('names'),
      type: 'symbol',
      source: SOURCES.areas,
      filter: ['!=', ['get', 'rank'], 'quiet'],
      layout: {
        ...name.layout,
        'text-field': [
          'step',
          ['zoom'],
          ['case', ['==', ['get', 'rank'], 'focus'], forms(palette, '\n'), ['get', 'lead']],
          NAME_ZOOM.twoForms,
          forms(palette, ' '),
          NAME_ZOOM.allForms,
          forms(palette, ' ', '\n'),
        ],
        'text-size': ['match', ['get', 'rank'], 'focus', focus.size, counted.size],
        'text-variable-anchor-offset': anchorsAt(),
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: name.paint,
    },
  ]
}

/** Room for the marks, which are drawn over the map: empty pictures that names keep off. */
export function roomLayers(): LayerSpecification[] {
  return [room(givenId('ring-room'), SOURCES.areas), room(givenId('site-room'), SOURCES.sites)]
}

function room(id: string, source: string): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    filter: ['has', 'room'],
    layout: {
      'icon-image': ['get', 'room'],
      'icon-size': markSize(),
      'icon-offset': offsetAt(),
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    // Nothing is there to see: placed, but not drawn.
    paint: { 'icon-opacity': 0 },
  }
}

function markSize(): ExpressionSpecification {
  const { near, least, far, most } = SCALE
  return ['interpolate', ['linear'], ['zoom'], near, least, far, most]
}

/**
 * **Kalbajar** Kəlbəcər: the chosen form, then the second, lighter, and where there is room all
 * others.
 */
function forms(
  palette: Palette,
  beforeSecond: string,
  beforeOthers?: string,
): ExpressionSpecification {
  const light = {
    'text-font': ['literal', fontsOf('Regular')] satisfies ExpressionSpecification,
    'text-color': palette.inkSecond,
  }
  const second = after(beforeSecond, 'second')
  if (!beforeOthers) return ['format', ['get', 'lead'], {}, second, light]
  return ['format', ['get', 'lead'], {}, second, light, after(beforeOthers, 'others'), light]
}

/** A further form with what divides it from the one before; nothing where there is none. */
function after(divider: string, property: string): ExpressionSpecification {
  return ['case', ['==', ['get', property], ''], '', ['concat', divider, ['get', property]]]
}
