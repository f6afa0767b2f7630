import { asPolygons } from '../geo/polygons'
import { type OwnAreas, withOwnAreas } from '../join/customAreas'
import { type WorldFiles, worldSteps } from '../join/geography'
import type { Geography } from '../join/locate'
import type { Place } from '../model/place'
import { DATA, loadJson } from '../open/fetchFile'
import { loadPlaces } from '../open/loadShipped'
import { inTimeSlices } from './timeSlices'

/** The places and outlines that reports are joined to: those of the site, or the reader's own districts. */

let own: OwnAreas | null = null
let knownWorld: { readonly own: OwnAreas | null; readonly files: Promise<WorldFiles> } | null = null
let knownGeography: {
  readonly files: WorldFiles
  readonly ready: Promise<Geography>
} | null = null

/** Joins to the reader's own districts from now on; to those of the site with null. */
export function joinToAreas(areas: OwnAreas | null): void {
  own = areas
}

/** The places with the reader's own districts among them; null where the site's are in use. */
export async function ownPlaces(): Promise<readonly Place[] | null> {
  return own && (await world()).places
}

/** What joining takes, as files; the same object until the districts are others. Rejects where they cannot be had. */
export async function world(): Promise<WorldFiles> {
  const known = knownWorld?.own === own ? knownWorld : { own, files: readWorld() }
  knownWorld = known
  try {
    return await known.files
  } catch (error) {
    knownWorld = null
    throw error
  }
}

/** The same, made ready for placing reports a step at a time. */
export async function geography(): Promise<Geography> {
  const files = await world()
  if (knownGeography?.files !== files) {
    knownGeography = { files, ready: inTimeSlices(worldSteps(files)) }
  }
  return knownGeography.ready
}

async function readWorld(): Promise<WorldFiles> {
  const places = (await loadPlaces()).rows
  if (own) return { places: withOwnAreas(own, places), polygons: own.polygons }
  const file = `${DATA}districts.geojson`
  return { places, polygons: asPolygons(await loadJson(file), file) }
}
