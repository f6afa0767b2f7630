import type { LayerId } from '../../model/view'

/** Sources and layers of ours carry this, so that they never clash with those of an online base map. */
const OWN = 'contactline-'

/** Files of the embedded base map. */
export const GROUND = ['sea', 'borders', 'provinces', 'water', 'rivers', 'towns', 'labels'] as const
export type GroundId = (typeof GROUND)[number]

/** Our sources: all that never changes (groundSource.ts), and two small point sources that follow the slice. */
export const SOURCES = {
  ground: `${OWN}ground`,
  areas: `${OWN}areas`,
  sites: `${OWN}sites`,
} as const

/** The layer that the pointer asks about: marks are found by their own places (markPlace.ts). */
export const HIT_LAYER = `${OWN}district-hit`

/** What the reader switches, and the layers that go with it; the shade itself, which is ground too, turns plain. */
const TOGGLES: Readonly<Record<LayerId, readonly string[]>> = {
  shading: ['silent', 'approximate'],
  marks: ['ring-room'],
  settlements: ['site-room', 'site-names'],
  names: ['names', 'quiet-names'],
  towns: ['towns'],
  water: ['rivers', 'water', 'shores', 'water-names'],
  borders: ['borders', 'provinces'],
}

export function givenId(name: string): string {
  return OWN + name
}

/** The layers, by their ids, that a set of switched-off entries hides. */
export function hiddenLayers(hidden: ReadonlySet<LayerId>): Set<string> {
  return new Set([...hidden].flatMap((id) => (TOGGLES[id] ?? []).map(givenId)))
}
