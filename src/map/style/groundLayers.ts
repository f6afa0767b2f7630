import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { GROUND_LAYERS, type GroundLayer, SEA, type Stops } from '../../figure/ground/groundStyle'
import type { Palette } from '../../figure/palette'
import { ofPart } from './groundSource'
import { givenId } from './layerIds'
import type { Look } from './look'

/**
 * Land, and the sea over it. Land is the background, since all but two edges are land: as polygons
 * over water it would be drawn twice, which without a graphics processor was a tenth of a frame.
 */
export function baseLayers({ palette }: Look): LayerSpecification[] {
  const land: LayerSpecification = {
    id: givenId('land'),
    type: 'background',
    paint: { 'background-color': palette.outside },
  }
  return [land, groundLayer(SEA, palette)]
}

/**
 * Water, and the lines over the shading of districts: of all parts or, on an online base map, of
 * districts alone.
 */
export function groundLayers(palette: Palette, part?: GroundLayer['part']): LayerSpecification[] {
  const layers = GROUND_LAYERS.filter((layer) => part === undefined || layer.part === part)
  return layers.map((layer) => groundLayer(layer, palette))
}

function groundLayer(
  { id, part, colour, width, dash, isFocus }: GroundLayer,
  palette: Palette,
): LayerSpecification {
  const source = ofPart(part, isFocus ? ['==', ['get', 'focus'], true] : undefined)
  if (!width) {
    return { id: givenId(id), type: 'fill', ...source, paint: { 'fill-color': palette[colour] } }
  }
  return {
    id: givenId(id),
    type: 'line',
    ...source,
    layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
    paint: {
      'line-color': palette[colour],
      'line-width': byZoom(width),
      ...(dash && { 'line-dasharray': [...dash] }),
    },
  }
}

function byZoom(stops: Stops): ExpressionSpecification | number {
  const [first = [0, 0], ...further] = stops
  if (further.length === 0) return first[1]
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification
}
