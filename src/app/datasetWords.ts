import { formatAlternatives } from '../messages/intl'
import type { PartyId } from '../model/report'
import { labelOf, PARTIES } from '../model/vocabulary'

/** Temporary: what texts say of the dataset, until its conflict file is read at run time. */
export const DATASET_WORDS = {
  shortTitle: 'Contactline',
  subject: 'ceasefire violations in and around Karabakh',
  compiledFrom:
    'statements of the defence ministries of Azerbaijan, Armenia and Russia, of the Karabakh ' +
    'authorities, and news agencies that carry them',
  credits:
    'Records: CC BY 4.0. Boundaries: Natural Earth, public domain, generalised and not ' +
    'authoritative. Towns: GeoNames, CC BY 4.0. Lakes: OpenStreetMap contributors, ODbL; Lake ' +
    'Sevan and rivers: GSHHG, LGPL.',
  formerUnits:
    'Askeran, Martuni, Martakert and Hadrut, units of the former Karabakh administration, ' +
    'coincide with no district: their reports are drawn on all districts they overlap, as ' +
    'approximate.',
  zone: 'UTC+4',
} as const

const SIDE_ONE: readonly PartyId[] = ['azerbaijan']
const SIDE_TWO: readonly PartyId[] = ['armenia', 'nagorno-karabakh']
const PLURAL: ReadonlySet<PartyId> = new Set(['nagorno-karabakh', 'other'])

/** The parties of the two sides whose reports are paired. */
export function sideWords(): { readonly sideOne: string; readonly sideTwo: string } {
  return { sideOne: alternatives(SIDE_ONE), sideTwo: alternatives(SIDE_TWO) }
}

/** Whether the verb of a party is plural: "the authorities accuse". */
export function isPlural(party: PartyId): boolean {
  return PLURAL.has(party)
}

function alternatives(parties: readonly PartyId[]): string {
  return formatAlternatives(parties.map((id) => labelOf(PARTIES, id)))
}
