/** Parts of the embedded base map, each a file of `basemap/`. */
export const GROUND = ['sea', 'borders', 'provinces', 'water', 'rivers', 'towns', 'labels'] as const
export type GroundId = (typeof GROUND)[number]

/** Where the dataset has the geometry of a part. */
export function geometryPath(part: GroundId | 'districts'): string {
  return part === 'districts' ? 'districts.geojson' : `basemap/${part}.geojson`
}
