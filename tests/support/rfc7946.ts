/**
 * A strict reading of RFC 7946 for FeatureCollections: the faults of a parsed file, none for a valid one.
 * Knows the geometries that Contactline writes (MultiPoint, LineString, Polygon, MultiPolygon, null).
 */
export function faultsOf(value: unknown): string[] {
  const faults: string[] = []
  const positions: [number, number][] = []
  const fault = (condition: boolean, message: string) => {
    if (!condition) faults.push(message)
  }
  const collection = objectOf(value)
  fault(collection.type === 'FeatureCollection', 'type is not FeatureCollection (3.3)')
  const features = Array.isArray(collection.features) ? collection.features : []
  fault(Array.isArray(collection.features), 'features is not an array (3.3)')
  for (const member of ['crs', 'coordinates', 'geometries', 'geometry', 'properties']) {
    fault(!(member in collection), `a collection has a "${member}" (4, 7.1)`)
  }

  const ids = new Set<unknown>()
  features.map(objectOf).forEach((feature, index) => {
    const at = `feature ${index + 1}`
    const allowed = ['type', 'id', 'geometry', 'properties', 'bbox']
    fault(feature.type === 'Feature', `${at}: type is not Feature (3.2)`)
    fault('geometry' in feature, `${at}: no geometry member (3.2)`)
    fault(typeof feature.properties === 'object', `${at}: properties is no object or null (3.2)`)
    fault(['string', 'number'].includes(typeof feature.id), `${at}: id is no string or number`)
    fault(!ids.has(feature.id), `${at}: id ${String(feature.id)} is not unique`)
    for (const member of Object.keys(feature)) {
      fault(allowed.includes(member), `${at}: unexpected member "${member}" (7.1)`)
    }
    ids.add(feature.id)
    if (feature.geometry === null) return
    const { type, coordinates } = objectOf(feature.geometry)
    const parts = listOf(coordinates)
    fault(parts.length > 0, `${at}: no coordinates (3.1)`)
    if (type === 'MultiPoint') checkPositions(parts, at)
    else if (type === 'LineString') {
      checkPositions(parts, at)
      fault(parts.length >= 2, `${at}: a line of one position (3.1.4)`)
    } else if (type === 'Polygon') checkPolygon(parts, at)
    else if (type === 'MultiPolygon') for (const part of parts) checkPolygon(listOf(part), at)
    else fault(false, `${at}: geometry type ${String(type)}`)
  })

  if (positions.length === 0) fault(!('bbox' in collection), 'bbox without a geometry (5)')
  else {
    const axis = (index: 0 | 1) => positions.map((position) => position[index])
    const [xs, ys] = [axis(0), axis(1)]
    const extremes = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    fault(
      JSON.stringify(collection.bbox) === JSON.stringify(extremes),
      `bbox ${JSON.stringify(collection.bbox)} is not ${JSON.stringify(extremes)} (5)`,
    )
  }
  return faults

  function checkPositions(list: readonly unknown[], at: string): void {
    for (const position of list.map(listOf)) {
      const [x, y] = position
      const ok =
        position.length === 2 &&
        typeof x === 'number' &&
        typeof y === 'number' &&
        Math.abs(x) <= 180 &&
        Math.abs(y) <= 90
      fault(ok, `${at}: ${JSON.stringify(position)} is not longitude, latitude (3.1.1)`)
      if (ok) positions.push([x, y])
      for (const degrees of ok ? [x, y] : []) {
        fault(/^-?\d+(\.\d{1,5})?$/.test(JSON.stringify(degrees)), `${at}: ${degrees} too exact`)
      }
    }
  }

  function checkPolygon(rings: readonly unknown[], at: string): void {
    rings.map(listOf).forEach((ring, index) => {
      checkPositions(ring, at)
      fault(ring.length >= 4, `${at}: ring ${index} has fewer than four positions (3.1.6)`)
      fault(
        JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1)),
        `${at}: ring ${index} is not closed (3.1.6)`,
      )
      fault(areaOf(ring) > 0 === (index === 0), `${at}: ring ${index} turns left-handed (3.1.6)`)
    })
  }
}

/** Twice the signed area: positive when counterclockwise. */
function areaOf(ring: readonly unknown[]): number {
  const points = ring.map((position) => listOf(position) as number[])
  return points.reduce((sum, [x = 0, y = 0], index) => {
    const [x2 = 0, y2 = 0] = points[(index + 1) % points.length] ?? []
    return sum + x * y2 - x2 * y
  }, 0)
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
