/** The quiet part of the embedded map: land, international borders, first-level boundaries. */
import { AREA_BY_CODE } from './areas.mjs'
import { run } from './mapshaper.mjs'

/** West, south, east, north in degrees: what the map can show, Black Sea coast to beyond the Caspian's west shore. */
export const WINDOW = [41, 36.5, 52, 43.5]

/**
 * All three layers are cut from the same units as the districts, so their lines fall on one another exactly.
 * @param {object[]} units Features of naturalEarth.mjs
 * @returns {Promise<{land: object[], borders: object[], provinces: object[]}>}
 *   land: one polygon a country. borders: one line a pair of countries, without the coast, `countries` "AM-AZ".
 *   provinces: lines between units of one country, leaving out those that bound a district (drawn with it), `country`.
 */
export async function buildContext(units) {
  const tagged = units.map((unit) => ({
    ...unit,
    properties: { country: unit.properties.country, area: AREA_BY_CODE.has(unit.properties.code) },
  }))
  const clip = `-clip bbox=${WINDOW.join()}`
  const land = await run(tagged, `${clip} -dissolve country`)
  const borders = await run(
    land,
    "-lines where='!!B' each='countries = [A.country, B.country].sort().join(\"-\")' -dissolve countries -sort countries",
  )
  const provinces = await run(
    tagged,
    `${clip} -lines where='!!B && A.country === B.country && !A.area && !B.area' each='country = A.country' ` +
      '-dissolve country -sort country',
  )
  return { land: land.toSorted(byCountry), borders, provinces }
}

const byCountry = (a, b) => (a.properties.country < b.properties.country ? -1 : 1)
