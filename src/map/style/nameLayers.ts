import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { SCALE } from '../../figure/avoid'
import type { Palette } from '../../figure/palette'
import { REGULAR, SEMIBOLD } from './fonts'
import { halo } from './ground'
import { givenId, SOURCES } from './layerIds'
import { anchorsAt, NAME_SIZE, offsetAt } from './nameAnchors'

/** Between a settlement mark and its name, px. */
const GAP = 4
/** From this zoom every counted district shows a second form of its name; the focus districts always do. */
const TWO_FORMS = 8
/** From this zoom a district's name shows in all its forms. */
const ALL_FORMS = 9
/** From this zoom districts without reports are named. */
const QUIET_ZOOM = 7.4

/** Names are placed after the room for the marks, so that a name never lies under one. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: givenId('quiet-names'),
      type: 'symbol',
      source: SOURCES.areas,
      filter: ['==', ['get', 'rank'], 'quiet'],
      minzoom: QUIET_ZOOM,
      layout: {
        'text-field': ['get', 'lead'],
        'text-font': [...REGULAR],
        'text-size': NAME_SIZE.quiet,
        'text-max-width': 8,
        'text-letter-spacing': 0.06,
        'text-padding': 4,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: { 'text-color': palette.inkThird, ...halo(palette) },
    },
    {
      id: givenId('site-names'),
      type: 'symbol',
      source: SOURCES.sites,
      // Bins have no name.
      filter: ['has', 'name'],
      minzoom: 8,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [...REGULAR],
        'text-size': 12,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': ['/', ['+', ['get', 'radius'], GAP], 12],
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: { 'text-color': palette.inkSecond, ...halo(palette) },
    },
    {
      id: givenId('names'),
      type: 'symbol',
      source: SOURCES.areas,
      filter: ['!=', ['get', 'rank'], 'quiet'],
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['case', ['==', ['get', 'rank'], 'focus'], forms(palette, '\n'), ['get', 'lead']],
          TWO_FORMS,
          forms(palette, ' '),
          ALL_FORMS,
          forms(palette, ' ', '\n'),
        ],
        'text-font': [...SEMIBOLD],
        'text-size': ['match', ['get', 'rank'], 'focus', NAME_SIZE.focus, NAME_SIZE.counted],
        'text-variable-anchor-offset': anchorsAt(),
        'text-justify': 'auto',
        'text-max-width': 14,
        'text-line-height': 1.15,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: { 'text-color': palette.label, ...halo(palette) },
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

/** **Kalbajar** Kəlbəcər: the chosen form, then the second, lighter, and where there is room all others. */
function forms(
  palette: Palette,
  beforeSecond: string,
  beforeOthers?: string,
): ExpressionSpecification {
  const light = {
    'text-font': ['literal', [...REGULAR]] satisfies ExpressionSpecification,
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
