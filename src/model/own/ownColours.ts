import type { ColouredTerm } from '../conflict'

type Look = Pick<ColouredTerm, 'colour' | 'cue'>

/**
 * Colours for the terms of a file: the hues of Okabe and Ito and of Paul Tol, as light or dark as
 * the grounds of the map need. Those with the same cue are far apart for colour-blind people too.
 */
export const FILE_COLOURS: readonly Look[] = [
  { colour: { light: '#0b4d8e', dark: '#0076b8' } },
  { colour: { light: '#d65f00', dark: '#d65f00' } },
  { colour: { light: '#008f68', dark: '#00b886' } },
  { colour: { light: '#b672a9', dark: '#d095c5' } },
  { colour: { light: '#c67539', dark: '#eba200' }, cue: 'notched' },
  { colour: { light: '#2a91ca', dark: '#54b3e9' }, cue: 'notched' },
  { colour: { light: '#8b2357', dark: '#b54a80' }, cue: 'double' },
  { colour: { light: '#34238b', dark: '#705cd6' }, cue: 'double' },
]

export const REST_COLOURS = {
  other: { colour: { light: '#5f6368', dark: '#a9adb2' } },
  empty: { colour: { light: '#807a70', dark: '#7f7a72' }, cue: 'notched' },
} as const satisfies Readonly<Record<string, Look>>

/** Distance in RGB, of 255 each, below which two colours may be confused. */
const TOO_NEAR = 60

/** A look for each term, in their order. Terms of the conflict keep theirs. */
export function fileColours(
  terms: readonly { readonly id: string }[],
  known: readonly ColouredTerm[],
): ReadonlyMap<string, Look> {
  const kept = new Map(
    terms
      .flatMap(({ id }) => known.find((term) => term.id === id) ?? [])
      .map((term) => [term.id, term]),
  )
  const isFree = ({ colour }: Look) =>
    [...kept.values()].every((term) => distance(term.colour.light, colour.light) > TOO_NEAR)
  const free = [...FILE_COLOURS.filter(isFree), ...FILE_COLOURS]
  let next = 0
  const looks = terms.map(({ id }): [string, Look] => {
    const { colour, cue }: Look = kept.get(id) ?? free[next++] ?? REST_COLOURS.other
    return [id, { colour, ...(cue && { cue }) }]
  })
  return new Map(looks)
}

function distance(a: string, b: string): number {
  const channels = (hex: string) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const others = channels(b)
  return Math.hypot(...channels(a).map((value, index) => value - (others[index] ?? 0)))
}
