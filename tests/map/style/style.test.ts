import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { findPalette } from '../../../src/figure/palette'
import { groundSource, type Sources } from '../../../src/map/style/groundSource'
import { GROUND_SOURCE, givenId, HIT_LAYER } from '../../../src/map/style/layerIds'
import type { Look } from '../../../src/map/style/look'
import { embeddedLayers, mapStyle, overlayLayers, overlayStyle } from '../../../src/map/style/style'
import { GROUND } from '../../../src/model/ground'
import type { LayerId, Theme } from '../../../src/model/view'
import { SOURCES_LOADED } from '../fixtures'

const THEMES: readonly Theme[] = ['light', 'dark']
/** What a user can switch off, but for marks and names, which are drawn over the map. */
const SWITCHED: readonly LayerId[] = ['shading', 'water', 'borders']

function look(theme: Theme = 'light', hidden: readonly LayerId[] = []): Look {
  return { palette: findPalette(theme), hidden: new Set(hidden) }
}

/** Ids of the visible layers of the embedded map. */
function visible(hidden: LayerId[]): string[] {
  const layers = embeddedLayers(look('light', hidden))
  return layers.filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id)
}

const ONLINE: StyleSpecification = {
  version: 8,
  glyphs: 'https://example.org/{fontstack}/{range}.pbf',
  sources: { water: { type: 'vector', url: 'https://example.org/tiles.json' } },
  layers: [
    { id: 'water', type: 'fill', source: 'water', 'source-layer': 'water' },
    { id: 'towns', type: 'symbol', source: 'water', 'source-layer': 'places' },
  ],
}

describe('mapStyle', () => {
  it.each(THEMES)('passes the validator in %s, whole and with every layer off', (theme) => {
    for (const hidden of [[], SWITCHED]) {
      expect(validateStyleMin(mapStyle(look(theme, hidden), SOURCES_LOADED))).toEqual([])
    }
  })

  it('holds no address and no letters, so that drawing it asks nothing of the network', () => {
    const style = JSON.stringify(mapStyle(look(), SOURCES_LOADED))
    expect(style).not.toMatch(/https?:|glyphs|sprite|text-/)
  })

  it('draws the rest when parts of the base map are missing', () => {
    const style = mapStyle(look(), { ...SOURCES_LOADED, ground: {} })
    expect(validateStyleMin(style)).toEqual([])
    expect(style.layers.map(({ id }) => id)).toContain(givenId('active'))
    expect(style.layers[0]).toMatchObject({
      paint: { 'background-color': findPalette('light').outside },
    })
  })

  it('credits the reader for districts of their own', () => {
    const creditOf = (sources: Sources) =>
      (mapStyle(look(), sources).sources[GROUND_SOURCE] as { attribution?: string }).attribution
    expect(creditOf(SOURCES_LOADED)).toMatch(/^Boundaries: Natural Earth/)
    expect(creditOf({ ...SOURCES_LOADED, areOwn: true })).toMatch(
      /^Districts: your file \| Borders: Natural/,
    )
  })

  it('draws each part of the ground from one source, whatever properties its features have', () => {
    const districts = {
      ...SOURCES_LOADED.districts,
      features: SOURCES_LOADED.districts.features.map((feature) => ({
        ...feature,
        properties: { ...feature.properties, part: 'sea' },
      })),
    }
    const { data } = groundSource({ ...SOURCES_LOADED, districts })
    const { features } = data as FeatureCollection
    expect(features.map(({ properties }) => properties?.part)).toEqual(
      districts.features.map(() => 'districts'),
    )
    const { layers } = mapStyle(look(), SOURCES_LOADED)
    const onGround = layers.filter((layer) => 'source' in layer && layer.source === GROUND_SOURCE)
    const parts = onGround.map((layer) => JSON.stringify('filter' in layer && layer.filter))
    // Of the rest, names are drawn over the map.
    const drawn = GROUND.filter((part) => part !== 'towns' && part !== 'labels')
    for (const part of [...drawn, 'districts']) {
      expect(parts.some((filter) => filter.includes(`["==",["get","part"],"${part}"]`))).toBe(true)
    }
    expect(parts.every((filter) => filter.includes('["get","part"]'))).toBe(true)
  })

  it('puts every layer of ours once, under ids of ours', () => {
    const ids = mapStyle(look(), SOURCES_LOADED).layers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id.startsWith(givenId(''))).toBe(true)
  })
})

it.each(SWITCHED)('hiding %s hides something and leaves districts to click', (id) => {
  expect(visible([id]).length).toBeLessThan(visible([]).length)
  expect(visible([id])).toContain(HIT_LAYER)
})

it('leaves plain ground without shading, and on an overlay what is under it', () => {
  const off = look('light', ['shading'])
  const fillOf = (layers: LayerSpecification[]) =>
    layers.find(({ id }) => id === givenId('shade'))?.paint
  const { land } = findPalette('light')
  expect(fillOf(embeddedLayers(off))).toMatchObject({ 'fill-color': land })
  expect(fillOf(overlayLayers(off).fills)).toMatchObject({ 'fill-color': 'rgba(0, 0, 0, 0)' })
})

describe('overlayStyle', () => {
  const style = overlayStyle(ONLINE, look(), SOURCES_LOADED, 'A <b>& Co</b>')

  it('passes the validator, asks no server for letters and takes the attribution as text', () => {
    expect(validateStyleMin(style)).toEqual([])
    expect(style.glyphs).toBeUndefined()
    expect(JSON.stringify(style.sources)).not.toContain('<b>')
  })

  it('keeps the layers of the base, shades under its names and outlines over everything', () => {
    const ids = style.layers.map(({ id }) => id)
    expect(ids.filter((id) => !id.startsWith(givenId('')))).toEqual(['water', 'towns'])
    expect(ids.indexOf(givenId('shade'))).toBeGreaterThan(ids.indexOf('water'))
    expect(ids.indexOf(givenId('shade'))).toBeLessThan(ids.indexOf('towns'))
    expect(ids.indexOf(givenId('active'))).toBeGreaterThan(ids.indexOf('towns'))
  })

  it('goes on top where the base has no names at all', () => {
    const bare = { ...ONLINE, layers: ONLINE.layers.slice(0, 1) }
    expect(overlayStyle(bare, look(), SOURCES_LOADED, '').layers[0]?.id).toBe('water')
  })
})
