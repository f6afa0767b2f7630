/** mapshaper as a function from GeoJSON to GeoJSON. npx fetches it: it has 230 dependencies and is needed only here. */
import { execSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRECISION } from './grid.mjs'

const MAPSHAPER = 'npx --yes --ignore-scripts mapshaper@0.7.70 -quiet'

/**
 * Runs mapshaper commands on one layer.
 * @param {object[]} features GeoJSON Features
 * @param {string} commands everything between reading and writing
 * @param {Record<string, object>} others further GeoJSON objects that the commands may name as a source
 * @returns {object[]} Features on the grid, rings wound as RFC 7946 wants (outer ring counter-clockwise)
 */
export function run(features, commands, others = {}) {
  const layers = { ...others, in: { type: 'FeatureCollection', features } }
  const write = `-o out.json format=geojson geojson-type=FeatureCollection rfc7946 precision=${PRECISION}`
  return JSON.parse(runText(layers, `${commands} ${write}`)).features
}

/**
 * Runs mapshaper commands that write `out.json`.
 * @param {Record<string, object>} layers GeoJSON or TopoJSON objects, the last one the target
 * @returns {string} what was written
 */
export function runText(layers, commands) {
  const folder = mkdtempSync(join(tmpdir(), 'mapshaper-'))
  try {
    for (const [name, object] of Object.entries(layers)) {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(object))
    }
    const loads = Object.keys(layers).map((name) => `-i ${name}.json name=${name}`)
    execSync(`${MAPSHAPER} ${loads.join(' ')} ${commands}`, { cwd: folder, stdio: 'inherit' })
    return readFileSync(join(folder, 'out.json'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
