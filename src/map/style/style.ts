import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { hiddenLayers } from '../../figure/ground/groundStyle'
import { districtFills, districtStates } from './districtLayers'
import { baseLayers, groundLayers } from './groundLayers'
import { groundSource, type Sources } from './groundSource'
import { GROUND_SOURCE, givenId } from './layerIds'
import type { Look } from './look'

/**
 * The embedded map: a whole style, with no address in it, so that drawing it asks nothing of the
 * network.
 */
export function mapStyle(look: Look, sources: Sources): StyleSpecification {
  return {
    version: 8,
    name: 'Contactline',
    sources: { [GROUND_SOURCE]: groundSource(sources) },
    layers: embeddedLayers(look),
    transition: { duration: 0, delay: 0 },
  }
}

/** The layers of the embedded map, from the bottom to the top. */
export function embeddedLayers(look: Look): LayerSpecification[] {
  const { palette } = look
  const layers = [
    ...baseLayers(look),
    ...districtFills(look, false),
    ...groundLayers(palette),
    ...districtStates(palette),
  ]
  return withHidden(layers, look)
}

/** Our layers alone, for an online base map: `fills` go under its names, `tops` over everything. */
export function overlayLayers(look: Look): {
  fills: LayerSpecification[]
  tops: LayerSpecification[]
} {
  const { palette } = look
  return {
    fills: withHidden([...districtFills(look, true), ...groundLayers(palette, 'districts')], look),
    tops: withHidden(districtStates(palette), look),
  }
}

/**
 * An online style with our layers on it. Its `glyphs` are dropped: our fonts are not on its server,
 * and without them the browser draws all labels itself, asking nobody.
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
    sources: { ...base.sources, [GROUND_SOURCE]: ground },
    layers: [...base.layers.slice(0, at), ...fills, ...base.layers.slice(at), ...tops],
  }
}

function withHidden(layers: LayerSpecification[], { hidden }: Look): LayerSpecification[] {
  const off = new Set([...hiddenLayers(hidden)].map(givenId))
  return layers.map((layer) =>
    off.has(layer.id)
      ? ({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification)
      : layer,
  )
}
