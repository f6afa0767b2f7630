/**
 * Lakes and reservoirs from the OpenStreetMap extract of @geo-maps. Its polygons are cut at tile
 * edges and stepped by a coarse raster, so pieces are welded and the steps rounded. The result is
 * an outline for orientation.
 */
import * as turf from '@turf/turf'
import { featureToGrid } from './grid.mjs'
import { readJson } from './packages.mjs'

/** West, south, east, north in degrees: the lakes of the map's window, Van and Urmia included. */
const WINDOW = [42.2, 37, 49.5, 42.3]

/**
 * km². Smaller pieces are ponds and parts of rivers; the largest are the Caspian and the ocean
 * (drawn as background).
 */
const SMALLEST_PIECE = 1
const LARGEST_PIECE = 6000
const SMALLEST_LAKE = 7

/** km. Pieces nearer than twice this are one lake; notches narrower than twice this are steps of the raster. */
const WELD = 0.35

/** A point near the middle of each well-known lake, because the extract has no names. */
const NAMES = [
  ['Lake Urmia', 45.5, 37.66],
  ['Lake Van', 42.98, 38.66],
  ['Mingachevir Reservoir', 46.85, 40.9],
  ['Shamkir Reservoir', 46.03, 40.98],
  ['Yenikend Reservoir', 46.25, 40.93],
  ['Sarsang Reservoir', 46.62, 40.17],
  ['Khudaferin Reservoir', 46.88, 39.15],
  ['Aras Reservoir', 45.32, 39.13],
  ['Akhuryan Reservoir', 43.71, 40.6],
  ['Zhinvali Reservoir', 44.76, 42.17],
  ['Tsalka Reservoir', 44.05, 41.62],
  ['Paravani Lake', 43.8, 41.45],
  ['Lake Çıldır', 43.23, 41.02],
  ['Lake Balık', 43.57, 39.77],
  ['Lake Aggol', 47.64, 40],
  ['Lake Sarysu', 48.18, 40.04],
]

/** km between a name's point and the middle of the lake that gets it. */
const NAME_REACH = 8

/**
 * @param {string} geoMaps the unpacked package
 * @param {object[]} sevan Lake Sevan, from GSHHG: this extract's own outline of it is dropped
 * @returns {object[]} Features, largest first, with `name` where known
 */
export function buildWater(geoMaps, sevan) {
  const pieces = readJson(geoMaps, 'map.geo.json')
    .geometries.flatMap((geometry) => geometry.coordinates)
    .filter((rings) => inWindow(rings[0]))
    .map((rings) => turf.polygon([rings[0]]))
    .filter(
      (piece) =>
        squareKilometres(piece) > SMALLEST_PIECE && squareKilometres(piece) < LARGEST_PIECE,
    )
    .filter((piece) => !turf.booleanIntersects(piece, sevan[0]))
  const lakes = turf
    .flatten(weld(pieces))
    .features.filter((lake) => squareKilometres(lake) > SMALLEST_LAKE)
    .map((lake) => named(featureToGrid(roundOff(lake))))
  return [...sevan, ...lakes].toSorted((a, b) => squareKilometres(b) - squareKilometres(a))
}

const squareKilometres = (polygon) => turf.area(polygon) / 1e6

function inWindow(ring) {
  const [west, south, east, north] = WINDOW
  return ring.every(([lon, lat]) => lon > west && lon < east && lat > south && lat < north)
}

/**
 * Joins pieces after growing them and shrinks the result: that closes the cuts at tile edges and
 * the notches of the raster.
 */
function weld(pieces) {
  const grown = pieces.map((piece) => turf.buffer(piece, WELD))
  const joined = turf.union(turf.featureCollection(grown))
  return turf.buffer(joined, -WELD)
}

/**
 * Cuts corners twice (Chaikin) after dropping the small ones. Holes are islands of a pixel or two:
 * dropped.
 */
function roundOff(lake) {
  const outline = turf.simplify(turf.polygon([lake.geometry.coordinates[0]]), { tolerance: 0.002 })
  const smooth = turf.polygonSmooth(outline, { iterations: 2 }).features[0]
  return turf.rewind(turf.simplify(smooth, { tolerance: 0.0005 }))
}

function named(lake) {
  const middle = turf.center(lake)
  const known = NAMES.find(([, lon, lat]) => turf.distance(middle, [lon, lat]) < NAME_REACH)
  return { ...lake, properties: known ? { name: known[0] } : {} }
}
