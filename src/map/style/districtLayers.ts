import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../figure/palette'
import { ofPart } from './groundSource'
import { hatchId } from './imageIds'
import { givenId, HIT_LAYER } from './layerIds'
import type { Look } from './look'

/** Shading is let through on an online base map, whose own lines and names lie under it. */
const OVERLAY_OPACITY = 0.72

const TRANSPARENT = 'rgba(0, 0, 0, 0)'

/**
 * Fills that stand for counts. Colours follow feature state, so that a new slice moves no polygon. Districts without a count, or
 * with the shading off, are plain ground; on an overlay they are left as they are.
 */
export function districtFills({ palette, hidden }: Look, overlay: boolean): LayerSpecification[] {
  const plain = overlay ? TRANSPARENT : palette.land
  return [
    {
      id: givenId('shade'),
      type: 'fill',
      ...ofPart('districts'),
      paint: {
        'fill-color': hidden.has('shading') ? plain : shadeOf(palette, plain),
        'fill-opacity': overlay ? OVERLAY_OPACITY : 1,
      },
    },
    hatch(givenId('silent'), hatchId('silent', palette.theme), 'silent'),
    hatch(givenId('approximate'), hatchId('approximate', palette.theme), 'approximate'),
    {
      // Nothing to see: districts stay clickable while the shading is switched off.
      id: HIT_LAYER,
      type: 'fill',
      ...ofPart('districts'),
      paint: { 'fill-color': palette.land, 'fill-opacity': 0 },
    },
  ]
}

function shadeOf({ ramp }: Palette, plain: string): ExpressionSpecification {
  const [first, second, third, fourth, fifth] = ramp
  return [
    'match',
    ['coalesce', ['feature-state', 'class'], 0],
    1,
    first,
    2,
    second,
    3,
    third,
    4,
    fourth,
    5,
    fifth,
    plain,
  ]
}

/** Outlines: thin for all, stronger for the focus districts, strongest for hovered and selected ones. */
export function districtLines(palette: Palette): LayerSpecification[] {
  return [
    {
      id: givenId('outlines'),
      type: 'line',
      ...ofPart('districts'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.rule, 'line-width': 0.8 },
    },
    {
      id: givenId('focus'),
      type: 'line',
      ...ofPart('districts', ['==', ['get', 'focus'], true]),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.inkThird,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1, 9, 1.6],
      },
    },
  ]
}

/** Above the borders, so that a selected district is outlined all round. */
export function districtStates(palette: Palette): LayerSpecification[] {
  return [
    {
      id: givenId('active'),
      type: 'line',
      ...ofPart('districts'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        // Not by opacity too: each property that follows a state is worked out for every corner of every district.
        'line-width': ['case', is('selected'), 2.4, is('hovered'), 1.4, 0],
      },
    },
  ]
}

export function is(state: string): ExpressionSpecification {
  return ['boolean', ['feature-state', state], false]
}

function hatch(id: string, image: string, state: string): LayerSpecification {
  return {
    id,
    type: 'fill',
    ...ofPart('districts'),
    paint: {
      'fill-pattern': image,
      'fill-opacity': ['case', is(state), 1, 0],
      // The outlines over it are smooth; this would draw every edge once more, also of districts that are not hatched.
      'fill-antialias': false,
    },
  }
}
