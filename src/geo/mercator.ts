/**
 * Web Mercator (EPSG:3857) scaled to the unit square, as map tiles are: 0 to 1 from 180° W to 180° E
 * and from about 85° N to 85° S.
 */
export function mercatorX(lon: number): number {
  return 0.5 + lon / 360
}

/** The same from north to south. */
export function mercatorY(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
}
