import { splitList } from '../csv/table'
import type { AccusedId, Conflict, PartyId } from '../model/conflict'
import { NOT_STATED, OTHER_PARTY } from '../model/conflict'
import { memoizeText } from '../model/memoize'

const IN_BRACKETS = /\([^()]*\)/g

/**
 * Finds the parties behind the names that other datasets use, by the words of a conflict
 * (dataset.json, `actors`; table in geodata/FORMATS.md). Only what a name says by itself: a
 * newspaper of a country does not speak for a party.
 */
export function actorReader({ actors, parties: sides }: Conflict) {
  const isAuthority = phraseFinder(actors.authorities)
  const isUnknown = phraseFinder(actors.unknown)
  const parties = actors.parties.map(({ party, words }) => ({
    party,
    isNamed: phraseFinder(words),
  }))
  const accusedBy = new Map(actors.accused.map(({ party, accused }) => [party, accused]))
  /** The party in a name; null for none, and for several: one may only say where, or about whom. */
  const onlyParty = (name: string): PartyId | null => {
    const found = parties.filter(({ isNamed }) => isNamed(name) !== -1)
    return found.length === 1 ? (found[0]?.party ?? null) : null
  }
  const sided = new Set(sides.flatMap(({ id, side }) => (side === undefined ? [] : id)))
  return {
    /** Whether a name says one of the two sides, be it only in brackets, where somebody was. */
    isOfSides: memoizeText((name): boolean =>
      parties.some(({ party, isNamed }) => sided.has(party) && isNamed(name) !== -1),
    ),
    /** The one party of all sources with a party, separated by `;`. `other` for none or several. */
    party: memoizeText((sources): PartyId => {
      const found = new Set(
        splitList(sources).flatMap((source) =>
          isAuthority(source) === -1 ? [] : (onlyParty(source) ?? []),
        ),
      )
      const [only] = found
      return found.size === 1 && only !== undefined ? only : OTHER_PARTY
    }),
    /**
     * An armed actor as the accused. Text in brackets is not read: it says where an unidentified
     * group was, and since when forces are called so.
     */
    accused: memoizeText((actor): AccusedId => {
      const name = actor.replace(IN_BRACKETS, ' ').trim()
      const party = isUnknown(name) === 0 ? null : onlyParty(name)
      return (party && accusedBy.get(party)) ?? NOT_STATED
    }),
  }
}

const WORD = /[\p{L}\p{N}_]/u

/**
 * Finds the index of the first of some phrases in a name, as whole words in any case; a phrase that
 * ends in `*` is the beginning of a word. -1 where there is none.
 */
function phraseFinder(phrases: readonly string[]): (name: string) => number {
  const wanted = phrases.map((phrase) => ({
    text: phrase.replace(/\*$/, '').toLowerCase(),
    isPrefix: phrase.endsWith('*'),
  }))
  const isWord = (letter: string | undefined) => letter !== undefined && WORD.test(letter)
  return (name) => {
    const text = name.toLowerCase()
    let first = -1
    for (const phrase of wanted) {
      for (let at = text.indexOf(phrase.text); at !== -1; at = text.indexOf(phrase.text, at + 1)) {
        const end = at + phrase.text.length
        if (isWord(text[at - 1]) || (!phrase.isPrefix && isWord(text[end]))) continue
        if (first === -1 || at < first) first = at
        break
      }
    }
    return first
  }
}
