/**
 * Vertices moved by hand. At 1:10m, two boundaries pass on the wrong side of the town that gives
 * the district its name: Lachin would be 1.9 km inside Shusha and Jabrayil 0.4 km inside Khojavend,
 * and a report with coordinates would be joined to the neighbour. The vertices are moved just
 * enough (at most 2.7 km) for the town to be 600 m inside. International borders are not changed.
 */

/** [lon, lat of the source on the grid, lon, lat to use] in degrees */
const MOVES = [
  // Lachin and Shusha, west to east of the town of Lachin (46.5498, 39.6374)
  [46.5401, 39.6698, 46.554, 39.6698],
  [46.5266, 39.6423, 46.557, 39.6423],
  [46.5306, 39.6156, 46.557, 39.62],
  [46.5527, 39.6091, 46.56, 39.611],
  // Jabrayil and Khojavend, south to north of the town of Jabrayil (47.0284, 39.3992)
  [47.044, 39.3962, 47.04, 39.406],
  [47.0287, 39.3955, 47.028, 39.405],
  [47.009, 39.3935, 47.009, 39.398],
]

const TARGETS = new Map(MOVES.map(([lon, lat, ...target]) => [`${lon},${lat}`, target]))

/**
 * @param {object[]} units Features on the grid
 * @returns {object[]} copies with the vertices moved in every unit that has them, so that
 *   neighbours stay joined
 */
export function correct(units) {
  const moved = new Set()
  const move = (coordinates) => {
    if (typeof coordinates[0] !== 'number') return coordinates.map(move)
    const key = coordinates.join()
    if (TARGETS.has(key)) moved.add(key)
    return TARGETS.get(key) ?? coordinates
  }
  const corrected = units.map((unit) => ({
    ...unit,
    geometry: { ...unit.geometry, coordinates: move(unit.geometry.coordinates) },
  }))
  if (moved.size !== MOVES.length) {
    throw new Error(`only ${moved.size} of ${MOVES.length} vertices to correct were found`)
  }
  return corrected
}
