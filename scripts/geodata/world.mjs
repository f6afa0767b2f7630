/** Land, borders and names of the world's countries, for files of other parts of the world. */
import { area, bbox, bboxClip, polygon } from '@turf/turf'
import { feature } from 'topojson-client'
import { run, runText } from './mapshaper.mjs'
import { readJson } from './packages.mjs'

/** Countries without an ISO 3166-1 number whose code readers of CLDR know. */
const CODES = { Kosovo: 'XK' }
/** Where Web Mercator ends, degrees. */
const POLE = 85.06
/** Degrees between two grid lines: some 500 m, finer than the 1:50m source. */
const GRID = 0.005
/** A part of a country's largest part. */
const MAIN_PART = 0.2
/** How many of the corners are kept, those of the largest bends. */
const DETAIL = '20%'

/**
 * TopoJSON with the parts of a base map: `sea` (what is no land), `borders` (lines between two
 * countries) and `labels` (points in countries: `kind`, `iso` as ISO 3166-1 alpha-2 where there is
 * one, Natural Earth's `name`, and the `box` round the country's main land).
 * @param {string} worldAtlas the unpacked package
 * @returns {string}
 */
export function buildWorld(worldAtlas) {
  const topology = readJson(worldAtlas, 'countries-50m.json')
  const countries = feature(topology, 'countries').features.map(
    ({ id, geometry, properties: { name } }) => {
      // A region as a number is replaced by its letters (BCP 47).
      const iso = id ? new Intl.Locale(`und-${id}`).region : CODES[name]
      const { type, coordinates } = geometry
      const parts = type === 'Polygon' ? [coordinates] : coordinates
      const pieces = parts.flatMap(cutAt180)
      return {
        type: 'Feature',
        properties: { kind: 'country', ...(iso && { iso }), name, box: mainBox(pieces) },
        geometry: { type: 'MultiPolygon', coordinates: pieces },
      }
    },
  )
  // Apart from the rest, which would bring the bends back.
  const features = run(countries, `-simplify weighted ${DETAIL} keep-shapes -clean`)
  const world = { type: 'FeatureCollection', features }
  const box = `bbox=-180,${-POLE},180,${POLE}`
  return runText(
    { world },
    [
      `-rectangle ${box} + name=sea`,
      "-erase world target=sea -each 'delete this.properties.x'",
      "-lines target=world + name=borders where='!!B' -dissolve target=borders",
      '-sort this.area descending target=world -points inner target=world + name=labels',
      `-o out.json format=topojson target=sea,borders,labels quantization=${Math.round(360 / GRID)}`,
    ].join(' '),
  )
}

/** West, south, east, north of the parts that are not small beside the largest: no far-off islands. */
function mainBox(pieces) {
  const parts = pieces.map((rings) => polygon(rings))
  const largest = Math.max(...parts.map(area))
  const features = parts.filter((part) => area(part) >= MAIN_PART * largest)
  const round = (degrees, side) => (side < 2 ? Math.floor : Math.ceil)(10 * degrees) / 10
  return bbox({ type: 'FeatureCollection', features }).map(round)
}

/** Cuts a polygon that reaches across 180 degrees in two (RFC 7946, 3.1.9), but not one round a pole. */
function cutAt180(rings) {
  const [outer] = rings
  const jumps = outer.filter(([lon], index) => Math.abs(lon - outer.at(index - 1)[0]) > 180)
  if (jumps.length === 0 || jumps.length % 2 === 1) return [rings]
  const whole = polygon(rings.map((ring) => ring.map(([lon, lat]) => [(lon + 360) % 360, lat])))
  const west = bboxClip(whole, [0, -90, 180, 90]).geometry.coordinates
  const east = bboxClip(whole, [180, -90, 360, 90]).geometry.coordinates
  return [west, east.map((ring) => ring.map(([lon, lat]) => [lon - 360, lat]))]
}
