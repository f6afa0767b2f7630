import { asPolygons } from '../geo/polygons'
import type { CustomAreas } from '../join/customAreas'
import { buildGeography, chosenGeography, type GeographyFiles } from '../join/geography'
import type { Geography } from '../join/locate'
import type { Conflict } from '../model/conflict'
import { geometryPath } from '../model/ground'
import type { Place } from '../model/place'
import { loadGeometry } from '../open/loadGeometry'
import { loadPlaces } from '../open/loadShipped'

/** The places and outlines that reports are joined to: those of the site, or the user's districts. */

const NO_OUTLINES = { type: 'FeatureCollection', features: [] }

let own: CustomAreas | null = null
/** Null until they are needed, and again when the districts change or loading fails. */
let files: Promise<GeographyFiles> | null = null
let ready: Promise<Geography> | null = null

/** Joins to the user's districts from now on; to those of the site with null. */
export function joinToAreas(areas: CustomAreas | null): void {
  if (areas === own) return
  own = areas
  files = null
  ready = null
}

/** The places with the user's districts among them; null where the site's are in use. */
export async function customPlaces(conflict: Conflict): Promise<readonly Place[] | null> {
  return own && (await geographyFiles(conflict)).places
}

/** What joining takes, as files; no outlines where those of the site cannot be loaded. */
export function geographyFiles(conflict: Conflict): Promise<GeographyFiles> {
  files ??= readGeography(conflict)
  files.catch(() => {
    files = null
  })
  return files
}

/** The same, made ready for placing reports. */
export function geography(conflict: Conflict): Promise<Geography> {
  ready ??= geographyFiles(conflict).then(buildGeography)
  ready.catch(() => {
    ready = null
  })
  return ready
}

async function readGeography(conflict: Conflict): Promise<GeographyFiles> {
  const places = (await loadPlaces(conflict)).rows
  if (own) return chosenGeography(own, places, conflict)
  const { districts } = await loadGeometry()
  const polygons = asPolygons(districts ?? NO_OUTLINES, geometryPath('districts'))
  return { conflict, places, polygons }
}
