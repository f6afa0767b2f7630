import type { FeatureCollection, Geometry } from 'geojson'

/**
 * The package `geojson` 0.5 has no types, and `@types/geojson` describes the format, not the
 * package. This declares the one call in use: records with a finished geometry.
 */
declare module 'geojson' {
  export function parse<G extends Geometry | null, P extends object>(
    records: readonly (P & { readonly geometry: G })[],
    params: { GeoJSON: 'geometry' },
  ): FeatureCollection<G, Omit<P, 'geometry'>>
}
