import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { GROUND } from '../../../src/figure/ground/groundStyle'
import { findPalette } from '../../../src/figure/palette'
import { groundSource, type Sources } from '../../../src/map/style/groundSource'
import { givenId, HIT_LAYER, SOURCES } from '../../../src/map/style/layerIds'
import type { Look } from '../../../src/map/style/look'
import { embeddedLayers, mapStyle, overlayLayers, overlayStyle } from '../../../src/map/style/style'
import type { LanguageId } from '../../../src/model/conflict'
import type { LayerId, Theme } from '../../../src/model/view'
import { CONFLICT } from '../../support/conflict'
import { SOURCES_LOADED } from '../fixtures'

const THEMES: readonly Theme[] = ['light', 'dark']
const LANGUAGES: readonly LanguageId[] = CONFLICT.languages.map(({ id }) => id)
const ALL_LAYERS: readonly LayerId[] = [
  'shading',
  'marks',
  'settlements',
  'names',
  'towns',
  'water',
  'borders',
]

function look(
  theme: Theme = 'light',
  lang: LanguageId = CONFLICT.languages[0].id,
  hidden: LayerId[] = [],
): Look {
  const isFirstLanguage = lang === CONFLICT.languages[0].id
  return { palette: findPalette(theme), lang, isFirstLanguage, hidden: new Set(hidden) }
}

/** Ids of the visible layers of the embedded map. */
function visible(hidden: LayerId[]): string[] {
  const layers = embeddedLayers(look('light', undefined, hidden), SOURCES_LOADED)
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
  it.each(THEMES.flatMap((theme) => LANGUAGES.map((lang) => [theme, lang] as const)))(
    'passes the validator in %s and %s, whole and with every layer off',
    (theme, lang) => {
      for (const hidden of [[], [...ALL_LAYERS]]) {
        expect(validateStyleMin(mapStyle(look(theme, lang, hidden), SOURCES_LOADED))).toEqual([])
      }
    },
  )

  it('holds no address, so that drawing it asks nothing of the network', () => {
    expect(JSON.stringify(mapStyle(look(), SOURCES_LOADED))).not.toMatch(/https?:|glyphs|sprite/)
  })

  it('draws the rest when parts of the base map are missing', () => {
    const style = mapStyle(look(), { ...SOURCES_LOADED, ground: {} })
    expect(validateStyleMin(style)).toEqual([])
    expect(Object.keys(style.sources).sort()).toEqual(Object.values(SOURCES).sort())
    expect(style.layers.map(({ id }) => id)).toContain(givenId('ring-room'))
    expect(style.layers[0]).toMatchObject({
      paint: { 'background-color': findPalette('light').outside },
    })
  })

  it('credits the reader for districts of their own', () => {
    const creditOf = (sources: Sources) =>
      (mapStyle(look(), sources).sources[SOURCES.ground] as { attribution?: string }).attribution
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
    const onGround = layers.filter((layer) => 'source' in layer && layer.source === SOURCES.ground)
    const parts = onGround.map((layer) => JSON.stringify('filter' in layer && layer.filter))
    for (const part of [...GROUND, 'districts']) {
      expect(parts.some((filter) => filter.includes(`["==",["get","part"],"${part}"]`))).toBe(true)
    }
    expect(parts.every((filter) => filter.includes('["get","part"]'))).toBe(true)
  })

  it('puts every layer of ours once, under ids of ours', () => {
    const ids = mapStyle(look(), SOURCES_LOADED).layers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id.startsWith(givenId(''))).toBe(true)
  })

  it('places names after the room for marks: none can lie under a mark', () => {
    const symbols = mapStyle(look(), SOURCES_LOADED).layers.filter(({ type }) => type === 'symbol')
    const withText = symbols.findLastIndex(({ layout }) => layout && 'text-field' in layout)
    expect(symbols.findIndex(({ id }) => id === givenId('ring-room'))).toBeGreaterThan(withText)
    expect(symbols.findIndex(({ id }) => id === givenId('site-room'))).toBeGreaterThan(withText)
  })
})

it.each(ALL_LAYERS)('hiding %s hides something and leaves districts to click', (id) => {
  expect(visible([id]).length).toBeLessThan(visible([]).length)
  expect(visible([id])).toContain(HIT_LAYER)
})

it('leaves plain ground without shading, and on an overlay what is under it', () => {
  const off = look('light', undefined, ['shading'])
  const fillOf = (layers: LayerSpecification[]) =>
    layers.find(({ id }) => id === givenId('shade'))?.paint
  const { land } = findPalette('light')
  expect(fillOf(embeddedLayers(off, SOURCES_LOADED))).toMatchObject({ 'fill-color': land })
  expect(fillOf(overlayLayers(off).fills)).toMatchObject({ 'fill-color': 'rgba(0, 0, 0, 0)' })
})

describe('overlayStyle', () => {
  const style = overlayStyle(ONLINE, look(), SOURCES_LOADED, 'A <b>& Co</b>')

  it('passes the validator, asks no server for letters and takes the attribution as text', () => {
    expect(validateStyleMin(style)).toEqual([])
    expect(style.glyphs).toBeUndefined()
    expect(JSON.stringify(style.sources)).not.toContain('<b>')
  })

  it('keeps the layers of the base, shades under its names and marks over everything', () => {
    const ids = style.layers.map(({ id }) => id)
    expect(ids.filter((id) => !id.startsWith(givenId('')))).toEqual(['water', 'towns'])
    expect(ids.indexOf(givenId('shade'))).toBeGreaterThan(ids.indexOf('water'))
    expect(ids.indexOf(givenId('shade'))).toBeLessThan(ids.indexOf('towns'))
    expect(ids.indexOf(givenId('ring-room'))).toBeGreaterThan(ids.indexOf('towns'))
  })

  it('goes on top where the base has no names at all', () => {
    const bare = { ...ONLINE, layers: ONLINE.layers.slice(0, 1) }
    expect(overlayStyle(bare, look(), SOURCES_LOADED, '').layers[0]?.id).toBe('water')
  })
})
