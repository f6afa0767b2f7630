import type { ColouredTerm, Conflict, Term } from '../../model/conflict'
import { channels, findPalette } from '../palette'

/**
 * Lightness (CIE L*, 0 to 100) and sign of each group in its order. Those with the same sign are at
 * least 10 apart; the first three, which most readers meet, are 20 apart.
 */
const LOOKS = [
  { lightness: 20 },
  { lightness: 60 },
  { lightness: 40 },
  { lightness: 50, cue: 'notched' },
  { lightness: 30, cue: 'notched' },
  { lightness: 60, cue: 'notched' },
  { lightness: 40, cue: 'double' },
  { lightness: 20, cue: 'double' },
] as const

/** Relative luminance of linear RGB (WCAG 2.2). */
const LUMINANCE = [0.2126, 0.7152, 0.0722]

/** A conflict whose groups can be told apart in black and white: in their hues, dark and pale. */
export function onPaper(conflict: Conflict): Conflict {
  const { parties, accused, kinds, datasets, compared } = conflict
  return {
    ...conflict,
    parties: parties.map(paperTerm),
    accused: accused.map(paperTerm),
    kinds: kinds.map(paperTerm),
    ...(datasets && { datasets: datasets.map(paperTerm) }),
    ...(compared && { compared: compared.map(paperTerm) }),
  }
}

function paperTerm<T extends Term & Partial<ColouredTerm>>(term: T, index: number): T {
  const { lightness, ...cue } = LOOKS[index % LOOKS.length] ?? LOOKS[0]
  const colour = term.colour?.light ?? findPalette('light').inkThird
  return {
    ...term,
    cue: undefined,
    ...cue,
    colour: { light: ofLightness(colour, lightness), dark: colour },
  }
}

/** The colour mixed with black or white until it has this lightness (CIE L*). */
function ofLightness(colour: string, lightness: number): string {
  const wanted = ((lightness + 16) / 116) ** 3
  const linear = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  const now = linear.reduce((sum, value, index) => sum + value * (LUMINANCE[index] ?? 0), 0)
  const mixed = linear.map((value) =>
    now > wanted ? (value * wanted) / now : value + ((1 - value) * (wanted - now)) / (1 - now),
  )
  const hex = mixed.map((value) => {
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(255 * encoded)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${hex.join('')}`
}
