import type { Conflict, LanguageId } from '../../src/model/conflict'
import type { Agreement } from '../../src/model/report'
import dataset from '../fixtures/dataset/dataset.json'

/** The conflict of the frozen dataset. */
export const CONFLICT = dataset as unknown as Conflict

/** What the sides say about a report, by the plain rule. */
export function agreementOf(
  { record }: { readonly record: { readonly denied_by: string } },
  paired: boolean,
): Agreement {
  if (record.denied_by !== '') return 'denied'
  return paired ? 'both-sides' : 'one-side'
}

export const language = (id: string) => id as LanguageId
