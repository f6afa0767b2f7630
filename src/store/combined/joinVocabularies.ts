import { phrases } from '../../messages/compiled/phrases'
import {
  type CodeList,
  type ColouredTerm,
  type ColumnLabels,
  type Conflict,
  type DatasetTerm,
  NOT_STATED,
  OTHER_PARTY,
  type Term,
  UNSPECIFIED_KIND,
} from '../../model/conflict'
import { fold } from '../../model/fold'
import { FILE_COLOURS, fileColours, REST_COLOURS } from '../../model/own/ownColours'
import { listWeapons, MAX_WEAPONS } from '../../model/weapons'
import type { Dataset } from '../dataset'

/** A dataset that is shown beside others. */
export interface NamedDataset {
  /** Unique among them, as in links. */
  readonly id: string
  readonly name: string
  readonly dataset: Dataset
}

/** For the terms of a list, by their id in one dataset, their id among all. */
export type Renamed = Readonly<Record<CodeList, ReadonlyMap<string, string>>>

type AnyTerm = Term & Partial<ColouredTerm>

/** A report can have several kinds, which are bits (codes.ts). */
const MAX_KINDS = 30
const UNNAMED: readonly string[] = [OTHER_PARTY, NOT_STATED, UNSPECIFIED_KIND]

/**
 * One vocabulary for several datasets. Terms with the same id or label are one; those of the first
 * dataset stay as they are, and the others get colours that are still free.
 */
export function joinVocabularies(parts: readonly NamedDataset[]): {
  readonly conflict: Conflict
  readonly renamed: readonly Renamed[]
} {
  const conflicts = parts.map(({ dataset }) => dataset.conflict)
  const [first] = conflicts
  if (!first) throw new Error('there is no dataset')
  const parties = joinTerms(conflicts.map((each) => each.parties))
  const accused = joinTerms(conflicts.map((each) => each.accused))
  const kinds = joinTerms(
    conflicts.map((each) => each.kinds),
    MAX_KINDS,
  )
  const actors = looksOf([...parties.terms, ...accused.terms], [...first.parties, ...first.accused])
  const areColoured = conflicts.every((each) => each.kinds.every(({ colour }) => colour))
  const ofKinds = looksOf(
    kinds.terms,
    areColoured ? (first.kinds as readonly Term[] as readonly ColouredTerm[]) : [],
  )
  const columnLabels = joinLabels(conflicts)
  return {
    conflict: {
      ...first,
      parties: parties.terms.map((term) => ({ ...term, ...actors.get(term.id) })),
      accused: accused.terms.map((term) => ({ ...term, ...actors.get(term.id) })),
      kinds: kinds.terms.map(({ colour, cue, ...term }) => ({
        ...{ weapons: [], ...term },
        ...(areColoured && { colour, ...(cue && { cue }), ...ofKinds.get(term.id) }),
      })),
      ...(columnLabels && { columnLabels }),
      weapons: joinWeapons(conflicts),
      datasets: parts.map(datasetTerm),
    } as unknown as Conflict,
    renamed: parts.map((_, part) => ({
      parties: parties.renamed[part] ?? new Map(),
      accused: accused.renamed[part] ?? new Map(),
      kinds: kinds.renamed[part] ?? new Map(),
    })),
  }
}

function datasetTerm({ id, name, dataset }: NamedDataset, index: number): DatasetTerm {
  const { columnLabels } = dataset.conflict
  const look = FILE_COLOURS[index] ?? REST_COLOURS.other
  return { id, record: name, label: name, ...look, ...(columnLabels && { columnLabels }) }
}

/** More than `max` terms are the term "other", which lists them. */
function joinTerms(lists: readonly (readonly AnyTerm[])[], max = Infinity) {
  const terms: AnyTerm[] = []
  const renamed = lists.map((list, part) => {
    const own = terms.slice()
    return new Map(
      list.map((term): [string, string] => {
        const known = own.find(
          ({ id, label }) => id === term.id || fold(label) === fold(term.label),
        )
        if (known) nameBoth(terms, known, term)
        if (known) mergeWords(terms, known.id, term.words)
        else if (part === 0 || terms.length < max) terms.push(term)
        else return [term.id, mergeWords(terms, OTHER_PARTY, [term.label])]
        return [term.id, known?.id ?? term.id]
      }),
    )
  })
  return { terms, renamed }
}

/** The rest is "other" in one dataset, and "not stated" where another says nothing of it. */
function nameBoth(terms: AnyTerm[], { id, label }: AnyTerm, other: AnyTerm): void {
  if (id !== OTHER_PARTY || other.id !== id || label.includes(other.label)) return
  const place = terms.findIndex((term) => term.id === id)
  terms[place] = { ...(terms[place] as AnyTerm), label: `${label} / ${other.label}` }
}

/** Adds words that a term represents. Returns its id. */
function mergeWords(terms: AnyTerm[], id: string, words: readonly string[] = []): string {
  const place = terms.findIndex((term) => term.id === id)
  const term = terms[place] ?? { id, record: 'Other', label: 'Other' }
  if (words.length === 0) return id
  const merged = { ...term, words: [...new Set([...(term.words ?? []), ...words])] }
  if (place === -1) terms.push(merged)
  else terms[place] = merged
  return id
}

/** Those of all, each once; more than there are bits for are coded as other weapons. */
function joinWeapons(conflicts: readonly Conflict[]): string[] {
  const words = new Map<string, string>()
  for (const { id, record } of conflicts.flatMap(listWeapons)) {
    if (!words.has(id)) words.set(id, record)
  }
  return [...words.values()].slice(0, MAX_WEAPONS)
}

/** Looks for the terms that the first dataset does not have. */
function looksOf(terms: readonly AnyTerm[], known: readonly ColouredTerm[]) {
  const isKnown = new Set([...known.map(({ id }) => id), ...UNNAMED])
  const fresh = new Map(terms.filter(({ id }) => !isKnown.has(id)).map((term) => [term.id, term]))
  const looks = fileColours([...known, ...fresh.values()], known)
  return new Map([...looks].filter(([id]) => fresh.has(id)))
}

/** What the columns of all are called, as soon as one has coded events; undefined for claims. */
function joinLabels(conflicts: readonly Conflict[]): ColumnLabels | undefined {
  if (conflicts.every(({ columnLabels }) => !columnLabels)) return undefined
  const ofClaims: ColumnLabels = {
    reporting_party: phrases.colouring({ colouring: 'party' }),
    accused_party: phrases.colouring({ colouring: 'accused' }),
    kind: phrases.colouring({ colouring: 'kind' }),
  }
  const join = (key: 'reporting_party' | 'accused_party' | 'kind') =>
    [...new Set(conflicts.map(({ columnLabels = ofClaims }) => columnLabels[key]))].join(' / ')
  const weapons = conflicts.find(({ columnLabels }) => columnLabels?.weapons)?.columnLabels?.weapons
  return {
    reporting_party: join('reporting_party'),
    accused_party: join('accused_party'),
    kind: join('kind'),
    ...(weapons && { weapons }),
  }
}
