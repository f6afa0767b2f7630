/** Land, borders and names of the world's countries, for files of other parts of the world. */
import { runText } from './mapshaper.mjs'
import { readJson } from './packages.mjs'

/** Countries without an ISO 3166-1 number whose code readers of CLDR know. */
const CODES = { Kosovo: 'XK' }
/** Where Web Mercator ends, degrees. */
const POLE = 85.06
/** Degrees between two grid lines: some 500 m, finer than the 1:50m source. */
const GRID = 0.005
/** Bends that would be smaller than a pixel of such a picture of the world are left out. */
const DETAIL = '5200x2600'

/**
 * TopoJSON with the parts of a base map: `sea` (what is no land), `borders` (lines between two
 * countries) and `labels` (points in countries: `kind`, `iso` as ISO 3166-1 alpha-2 where there is
 * one, Natural Earth's `name`).
 * @param {string} worldAtlas the unpacked package
 * @returns {string}
 */
export function buildWorld(worldAtlas) {
  const topology = readJson(worldAtlas, 'countries-50m.json')
  const { countries } = topology.objects
  const geometries = countries.geometries.map(({ id, properties: { name }, ...rest }) => {
    // A region as a number is replaced by its letters (BCP 47).
    const iso = id ? new Intl.Locale(`und-${id}`).region : CODES[name]
    return { ...rest, properties: { kind: 'country', ...(iso && { iso }), name } }
  })
  const world = { ...topology, objects: { countries: { ...countries, geometries } } }
  const box = `bbox=-180,${-POLE},180,${POLE}`
  return runText(
    { world },
    [
      `-simplify weighted planar resolution=${DETAIL} keep-shapes -clean`,
      `-rectangle ${box} + name=sea`,
      "-erase world target=sea -each 'delete this.properties.x'",
      "-lines target=world + name=borders where='!!B' -dissolve target=borders",
      '-sort this.area descending target=world -points inner target=world + name=labels',
      `-o out.json format=topojson target=sea,borders,labels quantization=${Math.round(360 / GRID)}`,
    ].join(' '),
  )
}
