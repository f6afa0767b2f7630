import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactline, emptyFolder, onFrozen } from './run'

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0
if (!hasGdal) console.warn('ogrinfo is not installed: exports are not read by a GIS')

const FAULTS = ['mixed-values.csv', 'mixed-values-sources.csv'].map(
  (name) => `tests/fixtures/faults/exports/${name}`,
)
/** Few reports, none, all, and only reports without a place. */
const SLICES = [
  ['--from=2022-11-29', '--to=2022-11-29'],
  ['--from=2019-01-01', '--to=2019-01-02'],
  [],
  ['--area=unlocated'],
]
const LAYOUTS = ['--rows=report', '--geometry=outlines', '--geometry=none --rows=place']

interface Layer {
  readonly geometry: string
  readonly count: number
  readonly epsg: boolean
  /** `name: Type`, in their order. */
  readonly columns: readonly string[]
}

function ogr(tool: 'ogrinfo' | 'ogr2ogr', args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8' })
  expect(`${status} ${stderr}`).toMatch(/^0 (Warning[^\n]*\n)*$/)
  return stdout
}

function layerOf(path: string): Layer {
  const text = ogr('ogrinfo', ['-so', '-al', path])
  return {
    geometry: /^Geometry: (.*)$/m.exec(text)?.[1] ?? '',
    count: Number(/^Feature Count: (\d+)$/m.exec(text)?.[1]),
    epsg: /WGS 84/.test(text),
    columns: text.match(/^[a-z_]+: [A-Z]\w+(\(\w+\))?/gm) ?? [],
  }
}

function written(args: readonly string[], name: string): string {
  const path = join(emptyFolder(), name)
  const { stderr, status } = onFrozen(['export', ...args, '--out', path])
  expect(`${status} ${stderr}`).toBe('0 ')
  return path
}

describe.runIf(hasGdal)('GDAL reads', { timeout: 120_000 }, () => {
  test.each(LAYOUTS)('columns of one type in every slice of FlatGeobuf and CSV: %s', (options) => {
    const layout = options.split(' ')
    for (const [format, name] of [
      ['flatgeobuf', 'a.fgb'],
      ['csvt', 'a.zip'],
    ] as const) {
      const layers = SLICES.map((slice) => {
        const path = written([...slice, ...layout, '--format', format], name)
        return layerOf(format === 'csvt' ? `/vsizip/${path}/reports.csv` : path)
      })
      expect(layers.map(({ count }) => count > 0)).toEqual([true, false, true, true])
      for (const layer of layers) {
        expect({ ...layer, count: 0 }).toEqual({ ...layers[0], count: 0 })
        expect(layer.epsg).toBe(true)
        expect(layer.columns).toEqual(
          expect.arrayContaining(['killed: Integer', 'wounded: Integer']),
        )
        expect(layer.columns).toContain(`date_start: ${format === 'csvt' ? 'Date' : 'DateTime'}`)
        expect(layer.columns.join()).not.toMatch(/JSON|List/)
      }
    }
  })

  test('FlatGeobuf, through a GeoPackage and back, without losing a report, a value or a point', () => {
    const path = written(['--format', 'flatgeobuf'], 'all.fgb')
    const folder = emptyFolder()
    const [gpkg, again] = ['all.gpkg', 'again.geojson'].map((name) => join(folder, name))
    ogr('ogr2ogr', ['-f', 'GPKG', gpkg ?? '', path])
    ogr('ogr2ogr', ['-f', 'GeoJSON', again ?? '', gpkg ?? ''])
    const features = (text: string) =>
      JSON.parse(text).features.map(
        (feature: { id: string; geometry: object; properties: object }) => {
          const {
            id = feature.id,
            sources: _,
            ...properties
          } = feature.properties as Record<string, unknown>
          const days = ['date_start', 'date_end'].map((name) =>
            String(properties[name]).replaceAll('/', '-').slice(0, 10),
          )
          return {
            ...properties,
            id,
            date_start: days[0],
            date_end: days[1],
            geometry: feature.geometry,
          }
        },
      )
    expect(features(readFileSync(again ?? '', 'utf8'))).toEqual(
      features(onFrozen(['export', '--format', 'geojson']).stdout),
    )
  })

  test('KML, with a folder a day, and GeoJSON, whose ids are only the ids of its features', () => {
    const kml = ogr('ogrinfo', [
      written(['--from=2022-11-29', '--to=2022-11-30', '--format=kml'], 'a.kml'),
    ])
    expect(kml).toMatch(/: 2022-11-30/)
    const geojson = written([], 'a.geojson')
    expect(layerOf(geojson).columns.filter((column) => column.startsWith('id:'))).toHaveLength(1)
    expect(layerOf(written(['--format=districts'], 'd.geojson')).geometry).toBe('Multi Polygon')
  })

  test('numbers as numbers also where a day states none, and an id that looks like a date', () => {
    const days = ['2022-11-29', '2022-11-30', '2022-12-01'].map((day) => [
      `--from=${day}`,
      `--to=${day}`,
    ])
    const layers = [...days, []].map((slice) => {
      const path = join(emptyFolder(), 'a.fgb')
      contactline(['export', ...FAULTS, ...slice, '--format=flatgeobuf', '--out', path])
      return layerOf(path)
    })
    expect(layers.map(({ count }) => count)).toEqual([1, 1, 1, 3])
    expect(new Set(layers.map(({ columns }) => columns.join()))).toHaveProperty('size', 1)
    expect(layers[0]?.columns).toEqual(expect.arrayContaining(['killed: Integer', 'id: String']))
  })
})

test('an exported CSV opened again is the same CSV, with its ids as written', () => {
  const first = contactline(['export', ...FAULTS, '--format=csv'])
  const folder = emptyFolder()
  const path = join(folder, 'mixed-values.csv')
  contactline(['export', ...FAULTS, '--format=csv', '--out', path])
  copyFileSync(FAULTS[1] ?? '', join(folder, 'sources.csv'))
  const again = contactline(['export', path, join(folder, 'sources.csv'), '--format=csv'])
  expect(again.stdout).toBe(first.stdout)
  expect(first.stdout).toContain('\n3000-02-31,')
})
