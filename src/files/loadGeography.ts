import { asPolygons } from '../geo/polygons'
import { type CustomAreas, withCustomAreas } from '../join/customAreas'
import { buildGeography, type GeographyFiles } from '../join/geography'
import type { Geography } from '../join/locate'
import type { Conflict } from '../model/conflict'
import type { Place } from '../model/place'
import { DATA, loadJson } from '../open/fetchFile'
import { loadPlaces } from '../open/loadShipped'

/** The places and outlines that reports are joined to: those of the site, or the reader's own districts. */

let own: CustomAreas | null = null
let knownFiles: {
  readonly own: CustomAreas | null
  readonly files: Promise<GeographyFiles>
} | null = null
let knownGeography: {
  readonly files: GeographyFiles
  readonly geography: Geography
} | null = null

/** Joins to the reader's own districts from now on; to those of the site with null. */
export function joinToAreas(areas: CustomAreas | null): void {
  own = areas
}

/** The places with the reader's own districts among them; null where the site's are in use. */
export async function customPlaces(conflict: Conflict): Promise<readonly Place[] | null> {
  return own && (await geographyFiles(conflict)).places
}

/** What joining takes, as files; the same object until the districts are others. Rejects where they cannot be had. */
export async function geographyFiles(conflict: Conflict): Promise<GeographyFiles> {
  const known = knownFiles?.own === own ? knownFiles : { own, files: readGeography(conflict) }
  knownFiles = known
  try {
    return await known.files
  } catch (error) {
    knownFiles = null
    throw error
  }
}

/** The same, made ready for placing reports. */
export async function geography(conflict: Conflict): Promise<Geography> {
  const files = await geographyFiles(conflict)
  if (knownGeography?.files !== files) {
    knownGeography = { files, geography: buildGeography(files) }
  }
  return knownGeography.geography
}

async function readGeography(conflict: Conflict): Promise<GeographyFiles> {
  const places = (await loadPlaces(conflict)).rows
  if (own)
    return { conflict, places: withCustomAreas(own, places, conflict), polygons: own.polygons }
  const file = `${DATA}districts.geojson`
  return { conflict, places, polygons: asPolygons(await loadJson(file), file) }
}
