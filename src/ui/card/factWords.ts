import { conflict } from '../../app/state'
import { card } from '../../messages/card'
import { formatSeries } from '../../messages/intl'
import { labelOf, type Term } from '../../model/conflict'
import { type CardFieldName, fieldOf } from '../../model/fields'
import type { Incident } from '../../model/report'

/** What is said to have happened: the kinds, and the weapons that add to them. */
export function whatWords({ record }: Incident): string {
  const { weapons } = record
  const kind = formatSeries(record.kind.map((id) => labelOf(conflict.value.kinds, id)))
  const others = weapons.filter((weapon) => weapon.toLowerCase() !== kind.toLowerCase())
  return others.length === 0
    ? kind
    : card.kindsAndWeapons({ kinds: kind, weapons: formatSeries(others) })
}

/** Killed and wounded, where the report gives numbers, and whose numbers they are. */
export function casualtyWords({ record }: Incident): string {
  const { killed, wounded } = record
  const party = labelOf(conflict.value.parties, record.reporting_party)
  if (killed === null && wounded === null) return card.notStated()
  if ((killed ?? 0) + (wounded ?? 0) === 0) return card.casualtiesNone({ party })
  if (killed === null) return card.wounded({ wounded: wounded ?? 0, party })
  return wounded === null
    ? card.killed({ killed, party })
    : card.killedAndWounded({ killed, wounded, party })
}

/** Whether fire was returned, or the report's own word if it is another. */
export function responseWords({ record: { retaliation } }: Incident): string {
  if (retaliation === '') return card.notStated()
  return retaliation === 'reported' || retaliation === 'denied'
    ? card.response({ response: retaliation })
    : retaliation
}

/** The value of a column, several as a list; empty if the report does not state it. */
export function fieldWords({ record }: Incident, name: CardFieldName): string {
  const { from } = fieldOf(name)
  const terms: readonly Term[] = from ? conflict.value[from] : []
  const values = [record[name] ?? []].flat()
  return formatSeries(values.map((value) => labelOf(terms, String(value))))
}
