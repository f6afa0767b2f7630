import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { GROUND_LAYERS, type GroundLayer, SEA, type Stops } from '../../figure/ground/groundStyle'
import {
  COUNTRY_ANCHORS,
  DOT,
  FONTS,
  HALO_WIDTH,
  NAME_GAP,
  NAME_STYLES,
  NAME_ZOOM,
  type NameStyle,
  TOWN_ANCHORS,
  TOWN_ZOOM,
} from '../../figure/names/nameStyle'
import type { Palette } from '../../figure/palette'
import { ofPart } from './groundSource'
import { dotId } from './imageIds'
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

/**
 * Names of the base map, from the bottom to the top; those of districts are over them, and placed
 * first.
 */
export function groundNames(look: Look, seats: readonly string[]): LayerSpecification[] {
  return [countryNames(look.palette), waterNames(look.palette), towns(look, seats)]
}

function countryNames(palette: Palette): LayerSpecification {
  const { layout, paint } = setName(NAME_STYLES.country, palette)
  return {
    id: givenId('countries'),
    type: 'symbol',
    ...ofPart('labels', ['==', ['get', 'kind'], 'country']),
    maxzoom: NAME_ZOOM.countriesUntil,
    layout: {
      ...layout,
      'text-field': ['upcase', ['get', 'name']],
      'text-variable-anchor': [...COUNTRY_ANCHORS],
      'text-radial-offset': NAME_GAP.country,
    },
    paint,
  }
}

function waterNames(palette: Palette): LayerSpecification {
  const { layout, paint } = setName(NAME_STYLES.water, palette)
  return {
    id: givenId('water-names'),
    type: 'symbol',
    ...ofPart('labels', ['==', ['get', 'kind'], 'water']),
    layout: { ...layout, 'text-field': ['get', 'name'] },
    paint,
  }
}

/**
 * A dot and a name. The dot gives way to a district's name, the name to its own dot's neighbours; a
 * town that a district is named after has a dot only, until there is room for both names.
 */
function towns(look: Look, seats: readonly string[]): LayerSpecification {
  const { capital, city, town } = NAME_STYLES
  const { layout, paint } = setName(town, look.palette)
  const name = townName(look)
  const isSeat: ExpressionSpecification = ['in', ['get', 'name'], ['literal', [...seats]]]
  return {
    id: givenId('towns'),
    type: 'symbol',
    ...ofPart('towns', shownFrom()),
    layout: {
      ...layout,
      'icon-image': dotId(look.palette.theme),
      'icon-size': ['match', ['get', 'rank'], 1, DOT.sizes[1], 2, DOT.sizes[2], DOT.otherSize],
      'icon-padding': 0,
      'text-optional': true,
      'text-field': ['step', ['zoom'], ['case', isSeat, '', name], NAME_ZOOM.seats, name],
      'text-size': ['match', ['get', 'rank'], 1, capital.size, 2, city.size, town.size],
      'text-variable-anchor': [...TOWN_ANCHORS],
      'text-radial-offset': NAME_GAP.town,
      'text-justify': 'auto',
      'symbol-sort-key': ['get', 'rank'],
    },
    paint,
  }
}

/** The chosen form, or the plain one; that with the town's other name, as both are in use. */
function townName({ lang, isFirstLanguage }: Look): ExpressionSpecification {
  if (!isFirstLanguage) return ['coalesce', ['get', `name_${lang}`], ['get', 'name']]
  return [
    'case',
    ['has', 'name_alt'],
    ['concat', ['get', 'name'], ' / ', ['get', 'name_alt']],
    ['get', 'name'],
  ]
}

function shownFrom(): ExpressionSpecification {
  const { 1: first, 2: second, 3: third, 4: fourth } = TOWN_ZOOM
  return ['>=', ['zoom'], ['match', ['get', 'rank'], 1, first, 2, second, 3, third, fourth]]
}

/**
 * The fonts of a weight. The browser draws the letters, since the style has no `glyphs`; MapLibre
 * reads the weight from a word in the first name of the list, hence a first name that no font has.
 */
export function fontsOf(weight: 'Regular' | 'Semibold'): string[] {
  return [weight, ...FONTS]
}

/** How a kind of name is set in a layer. */
export function setName(style: NameStyle, palette: Palette) {
  const { colour, size, sizes, isBold, maxWidth, spacing, lineHeight, padding, hasHalo } = style
  const halo = {
    'text-halo-color': palette.land,
    'text-halo-width': HALO_WIDTH,
    'text-halo-blur': 0.2,
  }
  return {
    layout: {
      'text-font': fontsOf(isBold ? 'Semibold' : 'Regular'),
      'text-size': sizes ? byZoom(sizes) : size,
      'text-max-width': maxWidth,
      'text-letter-spacing': spacing,
      'text-line-height': lineHeight,
      'text-padding': padding,
    },
    paint: { 'text-color': palette[colour], ...(hasHalo && halo) },
  }
}

function byZoom(stops: Stops): ExpressionSpecification | number {
  const [first = [0, 0], ...further] = stops
  if (further.length === 0) return first[1]
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification
}
