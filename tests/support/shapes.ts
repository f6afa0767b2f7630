import type { Position } from 'geojson'

/** Positions written as `lon lat, lon lat`. */
export function ring(text: string): Position[] {
  return text.split(', ').map((position) => position.split(' ').map(Number))
}

/** A closed rectangle. */
export function box(west: number, south: number, east: number, north: number): Position[] {
  return ring(
    `${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}, ${west} ${south}`,
  )
}

/** A closed ring around a centre that does not cross itself, whatever the radii in degrees. */
export function star([x, y]: readonly [number, number], radii: readonly number[]): Position[] {
  const points = radii.map((radius, index): Position => {
    const angle = (index / radii.length) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return [...points, points[0] as Position]
}
