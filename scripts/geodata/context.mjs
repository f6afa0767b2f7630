/** The quiet part of the embedded map: sea, international borders, first-level boundaries. */
import { AREA_BY_CODE } from './areas.mjs'
import { run } from './mapshaper.mjs'

/** West, south, east, north in degrees: what the map can show, Black Sea coast to beyond the Caspian's west shore. */
export const WINDOW = [41, 36.5, 52, 43.5]

/**
 * All three layers are cut from the same units as the districts, so their lines fall on one another exactly.
 * @param {object[]} units Features of naturalEarth.mjs
 * @returns {{sea: object[], borders: object[], provinces: object[]}}
 *   sea: what of the window is no land. borders: one line a pair of countries, without the coast, `countries` "AM-AZ".
 *   provinces: lines between units of one country, leaving out those that bound a district (drawn with it), `country`.
 */
export function buildContext(units) {
  const tagged = units.map((unit) => ({
    ...unit,
    properties: { country: unit.properties.country, area: AREA_BY_CODE.has(unit.properties.code) },
  }))
  const clip = `-clip bbox=${WINDOW.join()}`
  const countries = run(tagged, `${clip} -dissolve country`)
  const land = { type: 'FeatureCollection', features: countries }
  const seas = run([windowPolygon()], '-erase land -explode', { land })
  const borders = run(
    countries,
    "-lines where='!!B' each='countries = [A.country, B.country].sort().join(\"-\")' -dissolve countries -sort countries",
  )
  const provinces = run(
    tagged,
    `${clip} -lines where='!!B && A.country === B.country && !A.area && !B.area' each='country = A.country' ` +
      '-dissolve country -sort country',
  )
  const sea = seas.map((feature) => ({ ...feature, properties: {} }))
  return { sea, borders, provinces }
}

function windowPolygon() {
  const [west, south, east, north] = WINDOW
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}
