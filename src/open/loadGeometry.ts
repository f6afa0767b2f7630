import type { FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import { type Problem, problemOf } from '../issues/problem'
import { GROUND, type GroundId, geometryPath } from '../model/ground'
import { DATA, loadJson } from './fetchFile'

type Topology = Parameters<typeof feature>[0]

/** The geometry that ships with the site, as far as it could be loaded. */
export interface ShippedGeometry {
  readonly districts: FeatureCollection | null
  readonly ground: Readonly<Partial<Record<GroundId, FeatureCollection>>>
  /** Why the rest is missing; the districts first. */
  readonly problems: readonly Problem[]
}

/** Null until it is needed, and again when something could not be loaded. */
let loading: Promise<ShippedGeometry> | null = null

/** Loads the districts and the base map, once for all who ask. Never rejects. */
export function loadGeometry(): Promise<ShippedGeometry> {
  loading ??= readGeometry().then((geometry) => {
    if (geometry.problems.length > 0) loading = null
    return geometry
  })
  return loading
}

async function readGeometry(): Promise<ShippedGeometry> {
  const problems: Problem[] = []
  try {
    // One file with shared borders, which the build makes (scripts/geometryFile.ts).
    const topology = (await loadJson(`${DATA}geometry.json`)) as Topology
    const read = (part: GroundId | 'districts') => {
      const collection = partOf(topology, part)
      if (!collection) {
        problems.push({ code: 'noGeometry', params: { url: DATA + geometryPath(part) } })
      }
      return collection
    }
    const districts = read('districts')
    const ground: Partial<Record<GroundId, FeatureCollection>> = {}
    for (const part of GROUND) {
      const collection = read(part)
      if (collection) ground[part] = collection
    }
    return { districts, ground, problems }
  } catch (error) {
    return { districts: null, ground: {}, problems: [...problems, problemOf(error)] }
  }
}

/** Null for a part that the file does not have, or that is damaged. */
function partOf(topology: Topology, part: string): FeatureCollection | null {
  try {
    const found = feature(topology, part) as { readonly type: string }
    return found.type === 'FeatureCollection' ? (found as FeatureCollection) : null
  } catch {
    return null
  }
}
