import {
  type CodeList,
  type ColouredTerm,
  type ColumnLabels,
  type Conflict,
  type Kind,
  NOT_STATED,
  OTHER_PARTY,
  type Party,
  type Term,
  UNSPECIFIED_KIND,
} from '../conflict'
import { fold } from '../fold'
import { memoizeText } from '../memoize'
import { MAX_WEAPONS } from '../weapons'
import { fileColours, REST_COLOURS } from './ownColours'
import { idOfWord, type WordCounter } from './wordCounter'

/** One for each list of the conflict that codes come from. */
export type ByList<Value> = Readonly<Record<CodeList, Value>>

/** What a file has instead of the parties, accused and kinds of the shipped conflict. */
export type OwnVocabulary = Pick<
  Conflict,
  'parties' | 'accused' | 'kinds' | 'weapons' | 'columnLabels' | 'subject' | 'formerUnits' | 'focus'
>

/** The id of the term that a word means: of one in the conflict, or made of the word. */
export type IdentifyWord = (list: CodeList, word: string) => string

/** Terms with a colour of their own. The other words are coded as `other`. */
const MAX_TERMS = 8
/** Words listed with `other`. */
const MAX_LISTED = 100
const OTHER = { id: OTHER_PARTY as string, record: 'Other', label: 'Other' }
/** The term of words that have none of their own. */
export const OTHER_TERM: ColouredTerm = { ...OTHER, ...REST_COLOURS.other }
/** What empty cells are read as. */
const EMPTY: ByList<string> = {
  parties: OTHER_PARTY,
  accused: NOT_STATED,
  kinds: UNSPECIFIED_KIND,
}
/** The record word of rows that state no party. */
export const NOBODY = 'not stated'
const EMPTY_RECORD: ByList<string> = {
  parties: NOBODY,
  accused: NOBODY,
  kinds: 'unspecified',
}

/** The term of empty cells of a list; coded events have none of an actor. */
export function emptyTerm(list: CodeList, isCoded: boolean): ColouredTerm {
  const label = isCoded ? 'None' : 'Not stated'
  return { id: EMPTY[list], record: EMPTY_RECORD[list], label, ...REST_COLOURS.empty }
}

/** The words of a file. */
export interface CountedWords extends ByList<WordCounter> {
  readonly weapons: WordCounter
  /** A row has several kinds: it has no colour by kind. */
  readonly severalKinds: boolean
}

/**
 * The vocabulary of a file, from the words in it. The most frequent actors, of those who act and
 * those acted on together, become terms, and so do the most frequent kinds.
 */
export function buildOwnVocabulary(
  conflict: Conflict,
  counted: CountedWords,
  identify: IdentifyWord,
  columnLabels?: ColumnLabels,
): OwnVocabulary {
  const ranked = {
    parties: rank(counted.parties, 'parties', identify),
    accused: rank(counted.accused, 'accused', identify),
    kinds: rank(counted.kinds, 'kinds', identify),
  }
  const pool = {
    actors: topOf([...ranked.parties, ...ranked.accused]),
    kinds: topOf(ranked.kinds),
  }
  const looks = {
    actors: fileColours(pool.actors, [...conflict.parties, ...conflict.accused]),
    kinds: fileColours(pool.kinds, []),
  }
  const listOf = (list: CodeList): readonly ColouredTerm[] => {
    const { counts, isCut } = counted[list]
    const [top, look] = list === 'kinds' ? [pool.kinds, looks.kinds] : [pool.actors, looks.actors]
    const present = new Set(ranked[list].map(({ id }) => id))
    const terms = top.flatMap(({ id, word }): ColouredTerm[] => {
      const colour = look.get(id)
      if (!present.has(id) || !colour) return []
      const known: Term | undefined = conflict[list].find((term) => term.id === id)
      // A cell of kinds is split at each semicolon.
      const record = list === 'kinds' ? word.replaceAll(';', ',') : word
      return [{ ...(known ?? { id, record, label: word }), ...colour }]
    })
    const named = new Set([...terms.map(({ id }) => id), OTHER.id, EMPTY[list]])
    const words = ranked[list].filter(({ id }) => !named.has(id)).map(({ word }) => word)
    if (words.length > 0 || isCut || present.has(OTHER.id)) {
      const more = words.length - MAX_LISTED
      terms.push({
        ...OTHER_TERM,
        words: words.slice(0, MAX_LISTED),
        ...((more > 0 || isCut) && { moreWords: { n: Math.max(0, more), atLeast: isCut } }),
      })
    }
    const isEmpty = counts.has('') || present.has(EMPTY[list])
    if (isEmpty && !terms.some(({ id }) => id === EMPTY[list])) {
      terms.push(emptyTerm(list, columnLabels !== undefined))
    }
    return terms
  }
  const kinds = listOf('kinds').map(({ colour, cue, ...kind }) => {
    const look = counted.severalKinds ? {} : { colour, ...(cue && { cue }) }
    return { weapons: [], ...kind, ...look } as Term as Kind
  })
  return {
    parties: listOf('parties') as readonly Party[],
    accused: listOf('accused') as Conflict['accused'],
    kinds,
    weapons: merge(
      [...counted.weapons.counts].map(([word, count]) => ({ id: idOfWord(word), word, count })),
    )
      .slice(0, MAX_WEAPONS)
      .map(({ word }) => word),
    ...(columnLabels && { columnLabels }),
    subject: 'events',
    formerUnits: '',
    focus: [],
  }
}

/** The record word of a term, and whether it stands for other words than the file's own. */
export interface Coded {
  readonly record: string
  readonly isLost: boolean
}

/** Codes the words of a file, for one list after another. */
export function wordCoder(
  conflict: Conflict,
  identify: IdentifyWord,
): ByList<(word: string) => Coded> {
  const coderOf = (list: CodeList) => {
    const records = new Map(conflict[list].map((term) => [term.id as string, term.record]))
    return memoizeText((word) => {
      const id = word === '' ? EMPTY[list] : identify(list, word)
      const record = records.get(id) ?? records.get(OTHER.id) ?? ''
      const isNamed = records.has(id) && id !== OTHER.id && id !== EMPTY[list]
      return { record, isLost: !isNamed && word !== '' && fold(word) !== fold(record) }
    })
  }
  return { parties: coderOf('parties'), accused: coderOf('accused'), kinds: coderOf('kinds') }
}

/** A term while words are counted; `word` is its most frequent spelling. */
interface Ranked {
  readonly id: string
  readonly word: string
  readonly count: number
}

/** The terms that the words of a list mean, the most frequent first. */
function rank({ counts }: WordCounter, list: CodeList, identify: IdentifyWord): readonly Ranked[] {
  const words = [...counts].filter(([word]) => word !== '')
  return merge(words.map(([word, count]) => ({ id: identify(list, word), word, count })))
}

function merge(words: readonly Ranked[]): readonly Ranked[] {
  const byId = new Map<string, Ranked>()
  for (const each of words.toSorted(byCount)) {
    const known = byId.get(each.id)
    byId.set(each.id, known ? { ...known, count: known.count + each.count } : each)
  }
  return [...byId.values()].sort(byCount)
}

/** Words for nothing in particular are not among them. */
function topOf(ranked: readonly Ranked[]): readonly Ranked[] {
  const unnamed = [OTHER.id, ...Object.values(EMPTY)]
  return merge(ranked)
    .filter(({ id }) => !unnamed.includes(id))
    .slice(0, MAX_TERMS)
}

function byCount(a: Ranked, b: Ranked): number {
  return b.count - a.count || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0)
}
