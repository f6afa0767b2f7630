/** `districts.geojson`: the areas that reports are joined to and shaded by. */
import * as turf from '@turf/turf'
import polylabel from 'polylabel'
import { AREA_BY_CODE, AREAS } from './areas.mjs'
import { toGrid } from './grid.mjs'
import { run } from './mapshaper.mjs'

/** Degrees: the label point is found to about 100 m. */
const LABEL_TOLERANCE = 0.001

/**
 * @param {object[]} units Features of naturalEarth.mjs
 * @param {object} lake a Feature that label points keep out of: Lake Sevan fills the middle of Gegharkunik
 * @returns {object[]} one Feature an area, ordered by id
 */
export function buildDistricts(units, lake) {
  const parts = units
    .filter((unit) => AREA_BY_CODE.has(unit.properties.code))
    .map((unit) => ({
      ...unit,
      properties: {
        id: AREA_BY_CODE.get(unit.properties.code).id,
        country: unit.properties.country,
      },
    }))
  const merged = new Map(
    run(parts, '-dissolve id copy-fields=country').map((feature) => [
      feature.properties.id,
      feature,
    ]),
  )
  return AREAS.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((area) =>
    toFeature(area, merged.get(area.id), lake),
  )
}

function toFeature({ id, name, kind, codes, focus }, { geometry, properties }, lake) {
  return {
    type: 'Feature',
    id,
    properties: {
      id,
      name,
      kind,
      country: properties.country,
      focus,
      label: labelPoint(
        turf.difference(turf.featureCollection([turf.feature(geometry), lake])).geometry,
      ),
      source: `Natural Earth 10m admin-1 ${codes.join(' + ')}`,
    },
    geometry,
  }
}

/**
 * The pole of inaccessibility of the largest part: the point farthest from every edge, so a count mark drawn there
 * stays inside. Longitudes are shortened by the cosine of the latitude, or the mark would drift east-west.
 * @returns {[number, number]} lon, lat
 */
function labelPoint(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const largest = polygons.toSorted((a, b) => planarArea(b[0]) - planarArea(a[0]))[0]
  const squeeze = Math.cos((largest[0][0][1] * Math.PI) / 180)
  const flat = largest.map((ring) => ring.map(([lon, lat]) => [lon * squeeze, lat]))
  const [x, lat] = polylabel(flat, LABEL_TOLERANCE)
  return toGrid([x / squeeze, lat])
}

/** Shoelace area of a ring in square degrees: good enough to tell the main part from an exclave. */
function planarArea(ring) {
  const twice = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0)
  return Math.abs(twice / 2)
}
