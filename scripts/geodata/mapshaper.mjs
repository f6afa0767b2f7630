/** mapshaper as a function from GeoJSON to GeoJSON: its commands stay readable and no file is written. */
import mapshaper from 'mapshaper'
import { PRECISION } from './grid.mjs'

/**
 * Runs mapshaper commands on one layer.
 * @param {object[]} features GeoJSON Features
 * @param {string} commands everything between reading and writing
 * @param {Record<string, object>} others further GeoJSON objects that the commands may name as a source
 * @returns {Promise<object[]>} Features on the grid, rings wound as RFC 7946 wants (outer ring counter-clockwise)
 */
export async function run(features, commands, others = {}) {
  const files = { 'in.json': { type: 'FeatureCollection', features } }
  for (const [name, object] of Object.entries(others)) files[`${name}.json`] = object
  const loads = Object.keys(others).map((name) => `-i ${name}.json name=${name}`)
  const output = await mapshaper.applyCommands(
    `${loads.join(' ')} -i in.json name=in ${commands} ` +
      `-o out.json format=geojson geojson-type=FeatureCollection rfc7946 precision=${PRECISION}`,
    files,
  )
  return JSON.parse(output['out.json']).features
}
