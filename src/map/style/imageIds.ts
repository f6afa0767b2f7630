import type { Theme } from '../../model/view'

/** The image id of a hatch: `silent` for no report on file, `approximate` for counts placed approximately. */
export function hatchId(kind: 'silent' | 'approximate', theme: Theme): string {
  return `hatch|${theme}|${kind}`
}

/** The image id of a town's dot. */
export function dotId(theme: Theme): string {
  return `dot|${theme}`
}

/** The image id of an empty image that keeps names off a mark of half that width and height. */
export function roomId(halfWide: number, halfHigh: number): string {
  return `room|${Math.ceil(halfWide)}|${Math.ceil(halfHigh)}`
}
