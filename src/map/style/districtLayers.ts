import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { ACTIVE_WIDTH } from '../../figure/ground/groundStyle'
import type { Palette } from '../../figure/palette'
import { ofPart } from './groundSource'
import { hatchId } from './images'
import { givenId, HIT_LAYER } from './layerIds'
import type { Look } from './look'

/** Shading is let through on an online base map, whose own lines and names lie under it. */
const OVERLAY_OPACITY = 0.72

const TRANSPARENT = 'rgba(0, 0, 0, 0)'

/**
 * Fills that stand for counts. Colours follow feature state, so that a new slice moves no polygon.
 * Districts without a count, or with the shading off, are plain ground; on an overlay they are left
 * as they are.
 */
export function districtFills({ palette, hidden }: Look, overlay: boolean): LayerSpecification[] {
  const plain = overlay ? TRANSPARENT : palette.land
  return [
    {
      id: givenId('shade'),
      type: 'fill',
      ...ofPart('districts'),
      paint: {
        'fill-color': hidden.has('shading') ? plain : shadeByClass(palette, plain),
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

function shadeByClass(palette: Palette, plain: string): ExpressionSpecification {
  const shades = palette.ramp.flatMap((shade, index) => [index + 1, shade])
  return [
    'match',
    ['coalesce', ['feature-state', 'class'], 0],
    ...shades,
    plain,
  ] as unknown as ExpressionSpecification
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
        // Not by opacity too: each property that follows a state is worked out for every corner of
        // every district.
        'line-width': [
          'case',
          is('selected'),
          ACTIVE_WIDTH.selected,
          is('hovered'),
          ACTIVE_WIDTH.hovered,
          0,
        ],
      },
    },
  ]
}

function is(state: string): ExpressionSpecification {
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
      // The outlines over it are smooth; this would draw every edge once more, also of districts
      // that are not hatched.
      'fill-antialias': false,
    },
  }
}
