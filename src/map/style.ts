import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { LayerId, NameLanguage } from '../types'
import { districtFills, districtLines, districtStates } from './districtLayers'
import { groundLayers } from './ground'
import { type GroundId, hiddenLayers, ownId, SOURCES } from './ids'
import { nameLayers, roomLayers } from './nameLayers'
import type { Palette } from './palette'

/** What decides the look of the layers; what they show is in the sources and the feature state. */
export interface Look {
  readonly palette: Palette
  readonly lang: NameLanguage
  readonly hidden: ReadonlySet<LayerId>
}

/** Loaded geometry: what could not be had is missing, and so are the layers that draw it. */
export interface Sources {
  readonly ground: Readonly<Partial<Record<GroundId, FeatureCollection>>>
  readonly districts: FeatureCollection
  /** They are from the reader's own file, in place of the site's. */
  readonly areOwn?: boolean
}

/** Whose geometry it is; shown by the map's attribution control while the source is in use. */
const CREDIT: Readonly<Partial<Record<GroundId, string>>> = {
  towns: 'Towns: GeoNames',
  water: 'Water: © OpenStreetMap contributors, GSHHG',
}

const NATURAL_EARTH = 'Natural Earth (generalised, not authoritative)'

function districtCredit({ areOwn }: Pick<Sources, 'areOwn'>): string {
  return areOwn
    ? `Districts: the reader’s own file | Borders: ${NATURAL_EARTH}`
    : `Boundaries: ${NATURAL_EARTH}`
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The embedded map: a whole style, with no address in it, so that drawing it asks nothing of the network. */
export function mapStyle(look: Look, sources: Sources): StyleSpecification {
  const ground = Object.entries(sources.ground).map(([name, data]) => [
    ownId(name),
    geojson(data, CREDIT[name as GroundId]),
  ])
  return {
    version: 8,
    name: 'Contactline',
    sources: {
      ...Object.fromEntries(ground),
      ...ownSources(sources.districts, districtCredit(sources)),
    },
    layers: embeddedLayers(look, sources),
    transition: { duration: 0, delay: 0 },
  }
}

/** The layers of the embedded map, from the bottom to the top; those of missing sources are left out. */
export function embeddedLayers(look: Look, sources: Sources): LayerSpecification[] {
  const { palette, lang } = look
  const ground = groundLayers(palette, lang, namedAfterTowns(sources.districts))
  const layers = [
    ...ground.below,
    ...districtFills(palette, false),
    ...ground.lines.slice(0, -1),
    ...districtLines(palette),
    ...ground.lines.slice(-1),
    ...districtStates(palette),
    ...ground.labels,
    ...nameLayers(palette),
    ...roomLayers(),
  ]
  const present = new Set<string>([
    ...Object.keys(sources.ground).map(ownId),
    ...Object.values(SOURCES),
  ])
  const drawable = layers.filter((layer) => !('source' in layer) || present.has(layer.source))
  // Without its land the map would be all sea.
  if (!sources.ground.land) drawable[0] = dryBackground(palette)
  return withHidden(drawable, look)
}

function dryBackground(palette: Palette): LayerSpecification {
  return { id: ownId('sea'), type: 'background', paint: { 'background-color': palette.land } }
}

/** A city's own district goes by the name of its town: the town's label is the better of the two. */
function namedAfterTowns({ features }: FeatureCollection): string[] {
  return features.flatMap(({ properties }) =>
    properties?.kind !== 'city' && typeof properties?.name === 'string' ? [properties.name] : [],
  )
}

/** Our layers alone, for an online base map: `fills` go under its names, `tops` over everything. */
export function overlayLayers(look: Look): {
  fills: LayerSpecification[]
  tops: LayerSpecification[]
} {
  const { palette } = look
  return {
    fills: withHidden([...districtFills(palette, true), ...districtLines(palette)], look),
    tops: withHidden([...districtStates(palette), ...nameLayers(palette), ...roomLayers()], look),
  }
}

/**
 * An online style with our layers on it. Its `glyphs` are dropped: our fonts are not on its server, and
 * without them the browser draws all labels itself, asking nobody.
 */
export function overlayStyle(
  base: StyleSpecification,
  look: Look,
  sources: Pick<Sources, 'districts' | 'areOwn'>,
  attribution: string,
): StyleSpecification {
  const { fills, tops } = overlayLayers(look)
  const firstName = base.layers.findIndex((layer) => layer.type === 'symbol')
  const at = firstName === -1 ? base.layers.length : firstName
  const { glyphs: _glyphs, ...rest } = base
  const credit = [districtCredit(sources), escapeHtml(attribution)].filter(Boolean).join(' | ')
  return {
    ...rest,
    sources: { ...base.sources, ...ownSources(sources.districts, credit) },
    layers: [...base.layers.slice(0, at), ...fills, ...base.layers.slice(at), ...tops],
  }
}

function ownSources(
  districts: FeatureCollection,
  credit: string,
): Record<string, SourceSpecification> {
  return {
    [SOURCES.districts]: geojson(districts, credit),
    [SOURCES.areas]: geojson(EMPTY),
    [SOURCES.spots]: geojson(EMPTY),
  }
}

/** Feature state finds its feature by the `id` property: GeoJSON ids that are strings do not survive tiling. */
function geojson(data: FeatureCollection, attribution?: string): SourceSpecification {
  return { type: 'geojson', data, promoteId: 'id', ...(attribution ? { attribution } : {}) }
}

function withHidden(layers: LayerSpecification[], { hidden }: Look): LayerSpecification[] {
  const off = hiddenLayers(hidden)
  return layers.map((layer) =>
    off.has(layer.id)
      ? ({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification)
      : layer,
  )
}

/** The attribution control takes HTML; text from a file is text. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
