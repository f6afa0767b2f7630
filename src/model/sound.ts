/** Least letters of a sound that says which name is meant. */
const MIN_LENGTH = 4

type Rules = readonly (readonly [spelling: RegExp, sound: string])[]

const HUSHING = /dsch|tsch|sch|dzh|zh|tsh|tch|sh|dj|sci(?=[aou])|sc(?=[ei])|gi(?=[aou])/g

/** Two ways to read letters: English, French, Italian and Turkish, or German. */
const READINGS: readonly Rules[] = [
  [
    [HUSHING, 'C'],
    [/ch|[cj]/g, 'C'],
  ],
  [
    [HUSHING, 'C'],
    [/ch/g, 'k'],
    [/j/g, 'y'],
    [/c/g, 'C'],
  ],
]

const REST: Rules = [
  [/gu(?=[ei])|[kg]h|[gqxh]/g, 'k'],
  [/ou|oo|o/g, 'u'],
  [/[iy]{1,2}/g, 'i'],
  [/e/g, 'a'],
  [/w/g, 'v'],
  [/t?[sz]/g, 's'],
  [/([^aiu])\1+/g, '$1'],
]

/**
 * How a folded name in Latin letters sounds, roughly, in each way to read it: `latchine`,
 * `latschin` and `lachin` sound alike, and so do `kelbadjar`, `kelbadschar` and `kalbajar`. None for
 * other letters and for very short names.
 */
export function soundsOf(folded: string): string[] {
  if (/[^a-z ]/.test(folded)) return []
  // French writes a final e that is not spoken.
  const letters = folded.replaceAll(' ', '').replace(/(?<=[^aeiouy])e$/, '')
  const sounds = READINGS.map((reading) => apply(REST, apply(reading, letters)))
  return [...new Set(sounds)].filter(({ length }) => length >= MIN_LENGTH)
}

function apply(rules: Rules, text: string): string {
  return rules.reduce((read, [spelling, sound]) => read.replace(spelling, sound), text)
}
