/**
 * Writes GeoJSON so that two builds can be compared with diff: one Feature per line, keys in the
 * given order.
 */
import { statSync, writeFileSync } from 'node:fs'

/**
 * @param {string} path file to write
 * @param {object[]} features GeoJSON Features
 * @returns {string} a line for the build's report
 */
export function writeFeatures(path, features) {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`)
  const kilobytes = (statSync(path).size / 1000).toFixed(1)
  return `${path}: ${features.length} features, ${kilobytes} kB`
}
