import type { Feature, FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import { type Problem, problemOf } from '../issues/problem'
import { GROUND, type GroundId, geometryPath } from '../model/ground'
import { DATA, loadJson } from './fetchFile'

type Topology = Parameters<typeof feature>[0]

/** Made by scripts/geodata/world.mjs. */
const WORLD = 'world.json'
const MAX_NAMED = 5

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
  // One file with shared borders, which the build makes (scripts/geometryFile.ts).
  const { parts, problems } = await readParts(`${DATA}geometry.json`, ['districts', ...GROUND])
  const { districts = null, ...ground } = parts
  if (!districts) return { districts, ground, problems }
  const features = districts.features.filter(isPolygonal)
  if (features.length < districts.features.length) problems.unshift(leftOut(districts.features))
  return { districts: { ...districts, features }, ground, problems }
}

function isPolygonal({ geometry }: Feature): boolean {
  return /Polygon$/.test(geometry?.type)
}

function leftOut(features: readonly Feature[]): Problem {
  const others = features.flatMap((feature, index) =>
    isPolygonal(feature) ? [] : `${index + 1} (${feature.geometry?.type ?? '–'})`,
  )
  const [n, total, more] = [others.length, features.length, Math.max(0, others.length - MAX_NAMED)]
  const names = others.slice(0, MAX_NAMED).join(', ')
  const url = DATA + geometryPath('districts')
  return { code: 'leftOutShapes', params: { url, n, total, names, more } }
}

/**
 * Loads land, borders and names of the whole world, for files that reach beyond the base map. Never
 * rejects.
 */
export async function loadWorld(): Promise<Omit<ShippedGeometry, 'districts'>> {
  const { parts, problems } = await readParts(WORLD, ['sea', 'borders', 'labels'])
  return { ground: parts, problems }
}

type Part = GroundId | 'districts'

async function readParts(url: string, wanted: readonly Part[]) {
  const parts: Partial<Record<Part, FeatureCollection>> = {}
  const problems: Problem[] = []
  try {
    const topology = (await loadJson(url)) as Topology
    for (const part of wanted) {
      const collection = partOf(topology, part)
      if (collection) parts[part] = collection
      else {
        const missing = url === WORLD ? WORLD : DATA + geometryPath(part)
        problems.push({ code: 'noGeometry', params: { url: missing } })
      }
    }
  } catch (error) {
    problems.push(problemOf(error))
  }
  return { parts, problems }
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
