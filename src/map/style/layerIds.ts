/** Sources and layers of ours carry this, so that they never clash with those of an online base map. */
const OWN = 'contactline-'

/** Our sources: all that never changes (groundSource.ts), and two small point sources that follow the slice. */
export const SOURCES = {
  ground: `${OWN}ground`,
  areas: `${OWN}areas`,
  sites: `${OWN}sites`,
} as const

/** The layer that the pointer asks about: marks are found by their own places (markPlace.ts). */
export const HIT_LAYER = `${OWN}district-hit`

export function givenId(name: string): string {
  return OWN + name
}
