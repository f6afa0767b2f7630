import type { ColouredTerm, Conflict, Term } from '../model/conflict'
import type { Agreement } from '../model/report'
import type { Theme } from '../model/view'
import { AGREEMENTS } from '../model/vocabulary'
import type { Colouring } from '../query/counts'
import { findPalette } from './palette'

/** The look of a group: its colour, and a sign for people who cannot distinguish the colours. */
export interface GroupLook {
  readonly id: string
  readonly colour: string
  readonly cue: 'none' | 'notched' | 'double'
}

/** The looks of the groups of a colouring, in their order. */
export function groupLooks(
  { parties, accused, kinds, datasets = [], compared = [] }: Conflict,
  colouring: Colouring,
  theme: Theme,
): readonly GroupLook[] {
  if (colouring === 'agreement') {
    const { agreement } = findPalette(theme)
    return AGREEMENTS.map((id) => ({ id, colour: agreement[id], cue: AGREEMENT_CUES[id] }))
  }
  const lists = { party: parties, accused, kind: kinds, dataset: datasets, overlap: compared }
  const terms: readonly (Term & Partial<ColouredTerm>)[] = lists[colouring]
  return terms.map(({ id, colour, cue }) => ({
    id,
    colour: colour?.[theme] ?? findPalette(theme).inkThird,
    cue: cue ?? 'none',
  }))
}

const AGREEMENT_CUES: Readonly<Record<Agreement, GroupLook['cue']>> = {
  'one-side': 'none',
  denied: 'notched',
  'both-sides': 'double',
}
