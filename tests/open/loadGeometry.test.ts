import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { topology } from 'topojson-server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { geometryFile } from '../../scripts/geometryFile'
import { generalText } from '../../src/issues/errorText'
import { GROUND, geometryPath } from '../../src/model/ground'

const ROOT = join(import.meta.dirname, '../..')

/** The page's loader, started afresh, which is answered with this text. */
async function loader(text: string) {
  vi.resetModules()
  const fetched = vi.fn(async () => new Response(text))
  vi.stubGlobal('fetch', fetched)
  onTestFinished(() => void vi.unstubAllGlobals())
  const { loadGeometry } = await import('../../src/open/loadGeometry')
  return { loadGeometry, fetched }
}

describe.each(['geodata', 'tests/fixtures/orlavia'])('the geometry of %s', (name) => {
  const folder = join(ROOT, name)
  const warn = vi.fn()
  const text = geometryFile(folder, warn)

  it.each(['districts', ...GROUND] as const)(
    'has %s as in its file, to 5 decimals',
    async (part) => {
      const { loadGeometry } = await loader(text)
      const { districts, ground, problems } = await loadGeometry()
      expect([...problems, ...warn.mock.calls]).toEqual([])
      const file = readFileSync(join(folder, geometryPath(part)), 'utf8')
      const { features }: FeatureCollection = JSON.parse(file)
      const read = part === 'districts' ? districts : ground[part]
      expect(read?.features.map(comparable)).toEqual(features.map(comparable))
    },
  )
})

it('is loaded once for all who ask', async () => {
  const { loadGeometry, fetched } = await loader(geometryFile(join(ROOT, 'geodata'), vi.fn()))
  expect(loadGeometry()).toBe(loadGeometry())
  expect(await loadGeometry()).toBe(await loadGeometry())
  expect(fetched).toHaveBeenCalledOnce()
})

it('names files that are missing or damaged, has the rest, and asks again later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geometry-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(ROOT, 'geodata'), folder, { recursive: true })
  const shapes = [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon' } }]
  const damaged = { type: 'FeatureCollection', features: shapes }
  writeFileSync(join(folder, 'districts.geojson'), JSON.stringify(damaged))
  writeFileSync(join(folder, 'basemap/water.geojson'), '{"type": "Feat')
  writeFileSync(join(folder, 'basemap/rivers.geojson'), '{"type": "No"}')
  rmSync(join(folder, 'basemap/towns.geojson'))

  const warnings: string[] = []
  const text = geometryFile(folder, (message) => warnings.push(message))
  const missing = ['districts.geojson', ...['water', 'rivers', 'towns'].map(basemapFile)]
  for (const name of missing) expect(warnings.join('\n')).toContain(join(folder, name))
  expect(warnings).toHaveLength(missing.length)

  const { loadGeometry, fetched } = await loader(text)
  const { districts, ground, problems } = await loadGeometry()
  expect(districts).toBe(null)
  expect(Object.keys(ground)).toEqual(['sea', 'borders', 'provinces', 'labels'])
  expect(problems.map(({ params }) => params)).toEqual(
    missing.map((name) => ({ url: `data/${name}` })),
  )
  await loadGeometry()
  expect(fetched).toHaveBeenCalledTimes(2)
})

it('leaves out districts that are not polygons, and names them', async () => {
  const districts = JSON.parse(readFileSync(join(ROOT, 'geodata/districts.geojson'), 'utf8'))
  const shape = (geometry: Geometry | null) => ({ type: 'Feature', properties: {}, geometry })
  const point = shape({ type: 'Point', coordinates: [46, 39] })
  const features = [point, ...districts.features, shape(null)]
  const objects = { districts: { type: 'FeatureCollection', features } }
  const { loadGeometry } = await loader(JSON.stringify(topology(objects as never)))
  const read = await loadGeometry()
  expect(read.districts?.features.map(({ id }) => id)).toEqual(
    districts.features.map(({ id }: Feature) => id),
  )
  const [problem] = read.problems
  expect(problem && generalText(problem)).toBe(
    `2 of ${features.length} features of data/districts.geojson are not polygons and were left out, by number: 1 (Point), ${features.length} (–).`,
  )
})

const basemapFile = (name: string) => `basemap/${name}.geojson`

/** A feature with rounded positions and rings that begin at their first corner from the west. */
function comparable({ type, id, properties, geometry }: Feature) {
  return {
    type,
    id,
    properties: properties ?? {},
    geometry: geometry.type,
    lines: linesOf(geometry),
  }
}

function linesOf(geometry: Geometry): string[][] {
  switch (geometry.type) {
    case 'Point':
      return [[written(geometry.coordinates)]]
    case 'LineString':
      return [geometry.coordinates.map(written)]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => line.map(written))
    case 'Polygon':
      return geometry.coordinates.map(ringFromWest)
    case 'MultiPolygon':
      return geometry.coordinates.flat().map(ringFromWest)
    default:
      throw new Error(geometry.type)
  }
}

function ringFromWest(ring: Position[]): string[] {
  const corners = ring.slice(1).map(written)
  const start = corners.indexOf([...corners].sort()[0] ?? '')
  return [...corners.slice(start), ...corners.slice(0, start)]
}

function written(position: Position): string {
  return position.map((degrees) => degrees.toFixed(5)).join(' ')
}
