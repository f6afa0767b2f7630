/**
 * Lake Sevan's shore and the rivers, from GSHHG / WDBII 2.3.7: the npm packages of water bodies are blocky there.
 * GSHHG is not on npm, so the text that GMT 6.4 wrote is kept in gshhg/ (see geodata/README.md for the commands):
 * segments of "lon<TAB>lat" lines, each after a header "> River Bin # 17323, Level 3".
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as turf from '@turf/turf'
import { run } from './mapshaper.mjs'

/** Pairs of countries whose border follows the Aras. */
const ARAS_BORDERS = new Set(['AM-TR', 'AZ-TR', 'AZ-IR', 'AM-IR'])

/** Lake Sevan, joined from the pieces GSHHG cuts it into. */
export function buildSevan() {
  const shore = run(readSegments('sevan.txt'), '-polygons')
  return shore.map((feature) => ({ ...feature, properties: { name: 'Lake Sevan' } }))
}

/** km. A river that runs along a border this closely is the border, and its rough line would double it. */
const BORDER_REACH = 6

/**
 * The Kura and the Aras, one Feature each, thinned to what a line 1 px wide can show. Where the Aras is the border,
 * the border line stands for it.
 * @param {object[]} borders Features of context.mjs
 */
export function buildRivers(borders) {
  const segments = readSegments('rivers.txt')
    .map((segment) => ({ ...segment, properties: { name: riverName(segment) } }))
    .filter((segment) => segment.properties.name)
  const aras = borders.filter(({ properties }) => ARAS_BORDERS.has(properties.countries))
  const strip = turf.union(
    turf.featureCollection(aras.map((border) => turf.buffer(border, BORDER_REACH))),
  )
  const rivers = run(segments, '-dissolve fields=name -simplify dp interval=150')
  return run(rivers, '-erase source=strip', { strip })
}

/**
 * WDBII names no river. Of its levels 2 and 3 in this window, level 2 is the Aras below the Armenian border, and level 3
 * the rest of it, the Kura, and the Qareh Su of Iran (left out), which lie apart.
 */
function riverName({ properties: { level }, geometry: { coordinates } }) {
  const [lon, lat] = coordinates[0]
  if (level === 2 || (lon < 45 && lat < 40.3)) return 'Aras'
  return lat > 39.5 || lon > 48.6 ? 'Kura' : null
}

function readSegments(file) {
  const text = readFileSync(join(import.meta.dirname, 'gshhg', file), 'utf8')
  return text
    .split('>')
    .slice(1)
    .map((segment) => {
      const [header, ...lines] = segment.trim().split('\n')
      return {
        type: 'Feature',
        properties: { level: Number(header.match(/Level (\d)/)[1]) },
        geometry: {
          type: 'LineString',
          coordinates: lines.map((line) => line.split('\t').map(Number)),
        },
      }
    })
}
