import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import Papa from 'papaparse'

/** The dataset that ships with the site. It grows: tests state what holds for any dataset. */
export const SHIPPED = join(import.meta.dirname, '../../geodata')

/** A file of a dataset as text. */
export function readText(name: string, folder = SHIPPED): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** A CSV file of a dataset, one object per row. */
export function readTable(name: string, folder = SHIPPED): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(readText(name, folder), {
    header: true,
    skipEmptyLines: true,
  })
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.code}`)
  return data
}

/** The Features of a GeoJSON file of geodata/. */
export function readFeatures<G extends Geometry, P>(name: string): Feature<G, P>[] {
  const collection = JSON.parse(readText(name)) as FeatureCollection<G, P>
  if (collection.type !== 'FeatureCollection') throw new Error(`${name} is a ${collection.type}`)
  return collection.features
}

/** What districts.geojson says of an area. */
export interface AreaProperties {
  id: string
  name: string
  kind: 'district' | 'province' | 'city'
  country: string
  focus: boolean
  label: [number, number]
  source: string
}

export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties>

export const readAreas = (): AreaFeature[] => readFeatures('districts.geojson')

/** The rings of an area's polygons: one list a polygon, its outer ring first. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** Values between semicolons; none for an empty cell. */
export function split(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
