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
  const text = `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`
  return `${writeText(path, text)}, ${features.length} features`
}

/** The same for any text. */
export function writeText(path, text) {
  writeFileSync(path, text)
  return `${path}: ${(statSync(path).size / 1000).toFixed(1)} kB`
}
