/** Web Mercator (EPSG:3857) scaled to a width of 1, as map tiles are: 0 at 180° W, 1 at 180° E. */
export function mercatorX(lon: number): number {
  return 0.5 + lon / 360
}

/** The same from north to south: 0 at about 85° N, 1 at 85° S. */
export function mercatorY(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
}
