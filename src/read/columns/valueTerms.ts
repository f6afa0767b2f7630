import { splitValues } from '../../csv/table'
import { type Conflict, NOT_STATED, OTHER_PARTY, type Term } from '../../model/conflict'
import { fold } from '../../model/fold'
import { memoize, memoizeText } from '../../model/memoize'
import { actorReader } from '../actors'
import type { Mapping, ValueField } from '../format'
import { namesOfCountry } from './countryNames'

/** A term that a word of a file can mean. */
export type ValueTerm = Pick<Term, 'id' | 'label'>

/** The fields whose cells may have several words. */
const SEVERAL: ReadonlySet<ValueField> = new Set(['kind', 'weapons'])

/** The terms of the dataset that words in the column of a field can mean. */
export const valueTerms = memoize(
  ({ parties, accused, kinds }: Conflict): Readonly<Record<ValueField, readonly ValueTerm[]>> => {
    const weapons = new Set(kinds.flatMap((kind) => kind.weapons))
    return {
      reported_by: parties,
      accused_as_worded: accused,
      kind: kinds,
      weapons: [...weapons].sort().map((id) => ({ id, label: id })),
    }
  },
)

/** The words in a cell of a field. */
export function wordsIn(field: ValueField, cell: string): readonly string[] {
  return SEVERAL.has(field) ? splitValues(cell) : cell === '' ? [] : [cell]
}

/**
 * Finds the term that a word of a field means: as the user says, else by its name in the dataset or
 * the name of its country in many languages. Empty for a word of the file's own.
 */
export function termReader(
  field: ValueField,
  { values }: Pick<Mapping, 'values'>,
  conflict: Conflict,
): (word: string) => string {
  const chosen = values?.[field] ?? {}
  const guess = guesses(conflict)[field]
  return memoizeText((word) => (Object.hasOwn(chosen, word) ? chosen[word] : guess(word)) ?? '')
}

type Guess = (word: string) => string

const guesses = memoize((conflict: Conflict): Readonly<Record<ValueField, Guess>> => {
  const { parties, accused, kinds, actors } = conflict
  const actor = actorReader(conflict)
  const wordsOf = (id: string) =>
    actors.parties
      .filter(({ party }) => party === id)
      .flatMap(({ words }) => words.map((word) => word.replace(/\*$/, '')))
  const party = byName(parties, ({ id, label, record }) => [
    ...[label, record].flatMap(namesOfCountry),
    ...wordsOf(id),
  ])
  const accusedOf = (id: string) => actors.accused.find((each) => each.party === id)?.accused ?? ''
  const named = byName(accused, () => [])
  const except = (id: string, unknown: string) => (id === unknown ? '' : id)
  return {
    reported_by: (word) => party(word) || except(actor.party(word), OTHER_PARTY),
    accused_as_worded: (word) =>
      named(word) || accusedOf(party(word)) || except(actor.accused(word), NOT_STATED),
    kind: byName(kinds, ({ label }) => label.split(/[()]/)),
    weapons: byName(valueTerms(conflict).weapons, () => []),
  }
})

/** Finds a term by one of its names, in any case and with or without accents. */
function byName<T extends ValueTerm & Partial<Term>>(
  terms: readonly T[],
  more: (term: T) => readonly string[],
): Guess {
  const ids = new Map<string, string>()
  for (const term of terms) {
    for (const name of [term.id, term.record ?? '', term.label, ...more(term)].map(fold)) {
      if (name !== '' && !ids.has(name)) ids.set(name, term.id)
    }
  }
  return (word) => ids.get(fold(word)) ?? ''
}
