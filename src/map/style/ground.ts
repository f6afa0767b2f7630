import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../figure/palette'
import { REGULAR } from './fonts'
import { ofPart } from './groundSource'
import { dotId } from './imageIds'
import { givenId } from './layerIds'
import type { Look } from './look'

/** The embedded base map in the three storeys that our own layers stand between. */
export interface Ground {
  readonly below: LayerSpecification[]
  /** Above the shading of districts: water and borders stay whole. */
  readonly lines: LayerSpecification[]
  /** Above all lines, below the names of districts, which are placed first. */
  readonly labels: LayerSpecification[]
}

/** The zoom, in whole levels, from which towns of a rank show: 1 capitals, 2 cities, 3 towns, 4 others. */
const TOWN_ZOOM = { 1: 5, 2: 6, 3: 8, 4: 9 } as const
/** The whole zoom level from which towns that share a district's name are named too. */
const SEAT_ZOOM = 9

/**
 * The base map's layers. The background is land, which is all of it but at two edges: as polygons over water it would be drawn twice,
 * which without a graphics processor was a tenth of a frame.
 */
export function groundLayers(look: Look, districtNames: readonly string[]): Ground {
  const { palette } = look
  return {
    below: [
      { id: givenId('land'), type: 'background', paint: { 'background-color': palette.outside } },
      {
        id: givenId('sea'),
        type: 'fill',
        ...ofPart('sea'),
        paint: { 'fill-color': palette.water },
      },
    ],
    lines: [
      {
        id: givenId('rivers'),
        type: 'line',
        ...ofPart('rivers'),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': palette.water,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.6, 8, 1.2, 11, 2.2],
        },
      },
      {
        id: givenId('water'),
        type: 'fill',
        ...ofPart('water'),
        paint: { 'fill-color': palette.water },
      },
      {
        id: givenId('shores'),
        type: 'line',
        ...ofPart('water'),
        paint: { 'line-color': palette.rule, 'line-width': 0.6 },
      },
      {
        id: givenId('provinces'),
        type: 'line',
        ...ofPart('provinces'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.rule, 'line-width': 0.6 },
      },
      {
        id: givenId('borders'),
        type: 'line',
        ...ofPart('borders'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.9, 9, 1.6],
          'line-dasharray': [6, 2, 1.2, 2],
        },
      },
    ],
    labels: [countryNames(palette), waterNames(palette), towns(look, districtNames)],
  }
}

function countryNames(palette: Palette): LayerSpecification {
  return {
    id: givenId('countries'),
    type: 'symbol',
    ...ofPart('labels', ['==', ['get', 'kind'], 'country']),
    maxzoom: 9,
    layout: {
      'text-field': ['upcase', ['get', 'name']],
      'text-font': [...REGULAR],
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 8, 14],
      'text-letter-spacing': 0.3,
      'text-padding': 6,
      'text-variable-anchor': ['center', 'right', 'left', 'bottom', 'top'],
      'text-radial-offset': 1.5,
    },
    paint: { 'text-color': palette.border, ...halo(palette) },
  }
}

function waterNames(palette: Palette): LayerSpecification {
  return {
    id: givenId('water-names'),
    type: 'symbol',
    ...ofPart('labels', ['==', ['get', 'kind'], 'water']),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...REGULAR],
      'text-size': 12,
      'text-letter-spacing': 0.06,
      'text-max-width': 6,
    },
    paint: { 'text-color': palette.waterLabel },
  }
}

/**
 * A dot and a name. The dot gives way to a district's name, the name to its own dot's neighbours; a town that a
 * district is named after has a dot only, until there is room for both names.
 */
function towns(look: Look, districtNames: readonly string[]): LayerSpecification {
  const { palette } = look
  const name = townName(look)
  const isSeat: ExpressionSpecification = ['in', ['get', 'name'], ['literal', [...districtNames]]]
  return {
    id: givenId('towns'),
    type: 'symbol',
    ...ofPart('towns', shownFrom()),
    layout: {
      'icon-image': dotId(palette.theme),
      'icon-size': ['match', ['get', 'rank'], 1, 1.25, 2, 1, 0.8],
      'icon-padding': 0,
      'text-optional': true,
      'text-field': ['step', ['zoom'], ['case', isSeat, '', name], SEAT_ZOOM, name],
      'text-font': [...REGULAR],
      'text-size': ['match', ['get', 'rank'], 1, 13, 2, 12, 11],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': palette.inkSecond, ...halo(palette) },
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

export function halo(palette: Palette) {
  return { 'text-halo-color': palette.land, 'text-halo-width': 1.4, 'text-halo-blur': 0.2 }
}
