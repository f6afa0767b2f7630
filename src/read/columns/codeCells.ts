import { joinValues } from '../../model/fields'
import type { ByList, Coded } from '../../model/own/ownVocabulary'
import { oneValue, type ReportCells } from '../cells'
import type { FileWords } from '../format'

/** Writes the words of a row as codes, and keeps those that have no term of their own. */
export function codeCells(
  cells: ReportCells,
  coder: ByList<(word: string) => Coded>,
  { parties: [party = ''], accused: [against = ''], kinds }: Omit<FileWords, 'weapons'>,
): void {
  const [actor, accused] = [coder.parties(party), coder.accused(against)]
  const lost = kinds.filter((kind) => coder.kinds(kind).isLost)
  cells.kind = joinValues(kinds.map((kind) => coder.kinds(kind).record))
  if (lost.length > 0) cells.kind_as_worded = joinValues(lost.map(oneValue))
  cells.reporting_party = actor.record
  if (actor.isLost) cells.reporting_party_as_worded = party
  cells.accused_party = accused.record
  if (accused.isLost) cells.accused_as_worded ||= against
}
