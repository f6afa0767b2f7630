/**
 * One coordinate grid for every layer: 4 decimals of a degree (about 11 m), far finer than the 1:10m source.
 * Neighbours that share a vertex in the source still share it after rounding, so the layers need no snapping.
 */
export const DECIMALS = 4

/** Degrees between two grid lines, in the notation of mapshaper. */
export const PRECISION = 10 ** -DECIMALS

/** Rounds a position, or nested arrays of positions, to the grid. Degrees in, degrees out. */
export function toGrid(coordinates) {
  return typeof coordinates[0] === 'number'
    ? coordinates.map((value) => Number(value.toFixed(DECIMALS)))
    : coordinates.map(toGrid)
}

/** A copy of a Feature with its geometry on the grid. */
export function featureToGrid(feature) {
  const { type, coordinates } = feature.geometry
  return { ...feature, geometry: { type, coordinates: toGrid(coordinates) } }
}
