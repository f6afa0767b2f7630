type Ring = readonly (readonly [number, number])[]

function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function district(name: string, ...coordinates: (readonly Ring[])[]) {
  return {
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

/** Districts that an engine could read in another way: over each other, with holes and exclaves. */
export const DISTRICTS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    district('Overlapped', [box(44.5, 38.5, 46.5, 40.5)]),
    district('Over it', [box(46, 40, 47, 41)]),
    district('With a hole', [box(47, 38.5, 49, 40), box(47.5, 39, 48.5, 39.5)]),
    district('In the hole', [box(47.5, 39, 48.5, 39.5)]),
    district('With an exclave', [box(47, 40, 48, 41)], [box(48.5, 40.5, 48.7, 40.7)]),
    district('Around the exclave', [box(48.2, 40.2, 49, 41), box(48.5, 40.5, 48.7, 40.7)]),
    district('In two parts that touch', [box(44, 41, 45, 41.5)], [box(45, 41.5, 46, 42)]),
    district('Within another', [box(45, 39, 45.5, 39.5)]),
    district(
      'An island in a lake',
      [box(46, 41, 48, 42), box(46.5, 41.2, 47.5, 41.8)],
      [box(46.8, 41.4, 47.2, 41.6)],
    ),
    district('A sliver', [box(49, 38, 49.00001, 42)]),
  ],
})
