/** `labels.geojson`: names of countries and waters, placed by hand where there is room for them. */

/** [kind, name, lon, lat] in degrees */
const LABELS = [
  ['country', 'Azerbaijan', 47.9, 40.25],
  ['country', 'Armenia', 44.55, 40.42],
  ['country', 'Georgia', 44.2, 41.85],
  ['country', 'Iran', 46.9, 38.6],
  ['country', 'Türkiye', 43, 40],
  ['country', 'Russia', 46.9, 42.6],
  ['water', 'Lake Sevan', 45.32, 40.32],
  ['water', 'Caspian Sea', 50.6, 41.2],
]

/** @returns {object[]} Point Features with `kind` ("country" | "water") and `name` */
export function buildLabels() {
  return LABELS.map(([kind, name, lon, lat]) => ({
    type: 'Feature',
    properties: { kind, name },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }))
}
