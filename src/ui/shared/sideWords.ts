import { conflict } from '../../app/state'
import { formatAlternatives } from '../../messages/intl'
import { findSides } from '../../store/pairing'

/** The parties of the two sides whose reports are paired, as parameters of texts about pairs. */
export function sideWords(): { readonly sideOne: string; readonly sideTwo: string } {
  return { sideOne: partiesOf(1), sideTwo: partiesOf(2) }
}

function partiesOf(side: 1 | 2): string {
  const sides = findSides(conflict.value)
  const parties = conflict.value.parties.filter((_, code) => sides[code] === side)
  return formatAlternatives(parties.map(({ label }) => label))
}
