/** Sources and layers of ours carry this, so that they never clash with those of an online base map. */
const OWN = 'contactline-'

/** Our source (groundSource.ts). */
export const GROUND_SOURCE = `${OWN}ground`

/** The layer that the pointer asks about; marks are buttons. */
export const HIT_LAYER = `${OWN}district-hit`

export function givenId(name: string): string {
  return OWN + name
}
