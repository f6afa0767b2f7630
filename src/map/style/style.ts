import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { districtFills, districtLines, districtStates } from './districtLayers'
import { groundLayers } from './ground'
import { groundSource, type Sources } from './groundSource'
import { hiddenLayers, SOURCES } from './layerIds'
import type { Look } from './look'
import { nameLayers, roomLayers } from './nameLayers'

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The embedded map: a whole style, with no address in it, so that drawing it asks nothing of the network. */
export function mapStyle(look: Look, sources: Sources): StyleSpecification {
  return {
    version: 8,
    name: 'Contactline',
    sources: inlineSources(groundSource(sources)),
    layers: embeddedLayers(look, sources),
    transition: { duration: 0, delay: 0 },
  }
}

/** The layers of the embedded map, from the bottom to the top. */
export function embeddedLayers(look: Look, sources: Sources): LayerSpecification[] {
  const { palette } = look
  const ground = groundLayers(look, namedAfterTowns(sources.districts))
  const layers = [
    ...ground.below,
    ...districtFills(look, false),
    ...ground.lines.slice(0, -1),
    ...districtLines(palette),
    ...ground.lines.slice(-1),
    ...districtStates(palette),
    ...ground.labels,
    ...nameLayers(palette),
    ...roomLayers(),
  ]
  return withHidden(layers, look)
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
    fills: withHidden([...districtFills(look, true), ...districtLines(palette)], look),
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
  sources: Pick<Sources, 'districts' | 'credits' | 'areOwn'>,
  attribution: string,
): StyleSpecification {
  const { fills, tops } = overlayLayers(look)
  const firstName = base.layers.findIndex((layer) => layer.type === 'symbol')
  const at = firstName === -1 ? base.layers.length : firstName
  const { glyphs: _glyphs, ...rest } = base
  const { districts, credits, areOwn } = sources
  const ground = groundSource({ ground: {}, districts, credits, areOwn }, attribution)
  return {
    ...rest,
    sources: { ...base.sources, ...inlineSources(ground) },
    layers: [...base.layers.slice(0, at), ...fills, ...base.layers.slice(at), ...tops],
  }
}

function inlineSources(ground: SourceSpecification): Record<string, SourceSpecification> {
  const empty: SourceSpecification = { type: 'geojson', data: EMPTY, promoteId: 'id' }
  return { [SOURCES.ground]: ground, [SOURCES.areas]: empty, [SOURCES.sites]: empty }
}

function withHidden(layers: LayerSpecification[], { hidden }: Look): LayerSpecification[] {
  const off = hiddenLayers(hidden)
  return layers.map((layer) =>
    off.has(layer.id)
      ? ({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification)
      : layer,
  )
}
