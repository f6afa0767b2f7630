import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import type { Objects, Topology } from 'topojson-specification'
import { GROUND, geometryPath } from '../src/model/ground'

/** Degrees, about a metre. Positions with up to five decimals stay where they are. */
const GRID = 1e-5

/**
 * The districts and the base map in a folder with the files of geodata/, as one TopoJSON text in
 * which neighbours share their borders. A file that is missing or damaged is named to `report` and
 * left out.
 */
export function geometryFile(folder: string, report: (message: string) => void): string {
  const parts: Record<string, FeatureCollection> = {}
  for (const part of ['districts', ...GROUND] as const) {
    const path = join(folder, geometryPath(part))
    try {
      parts[part] = readCollection(path)
    } catch (error) {
      report(`${path}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const shared = topology(parts) as Topology<Objects<object>>
  return JSON.stringify(quantize(shared, { scale: [GRID, GRID], translate: [0, 0] }))
}

/** Throws an error if it is not a collection of shapes. */
function readCollection(path: string): FeatureCollection {
  const collection = JSON.parse(readFileSync(path, 'utf8'))
  if (collection.type !== 'FeatureCollection') throw new Error('Not a GeoJSON feature collection.')
  topology({ collection })
  return collection
}
