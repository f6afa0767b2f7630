/**
 * Who stands behind the names that other datasets use (geodata/FORMATS.md has the table). Only what a name says by
 * itself: a newspaper of a country does not speak for a party.
 */

const AUTHORITY =
  /\b(ministry of (defen[cs]e|foreign affairs|internal affairs|emergency)|(defen[cs]e|foreign|interior) ministry|mod|mfa|defen[cs]e army|armed forces|border (service|guards?)|security service|government|presiden(t|cy)|human rights (defender|ombudsman))\b/i
const PARTIES: readonly (readonly [party: string, name: RegExp])[] = [
  ['Nagorno-Karabakh authorities', /\b(artsakh|nagorno[- ]karabakh|nkr|karabakh)\b/i],
  ['Azerbaijan', /\bazerbaijan/i],
  ['Armenia', /\barmenia/i],
  ['Russia', /\brussia/i],
]
/** The records' words for those of them that can be accused. */
const ACCUSED: ReadonlyMap<string, string> = new Map([
  ['Nagorno-Karabakh authorities', 'Armenian formations in Karabakh'],
  ['Azerbaijan', 'Azerbaijan'],
  ['Armenia', 'Armenia'],
])
const UNKNOWN = /^(unidentified|unknown)\b/i
const IN_BRACKETS = /\([^)]*\)/g

/** The records' word for the party whose authority a source is; `Other` for everybody else. */
export function partyOfSource(source: string): string {
  return (AUTHORITY.test(source) && onlyPartyIn(source)) || 'Other'
}

/** The party that all of the sources with a party have in common; `Other` for none or several. */
export function partyOfSources(sources: readonly string[]): string {
  const parties = new Set(sources.map(partyOfSource).filter((party) => party !== 'Other'))
  const [only] = parties
  return parties.size === 1 && only !== undefined ? only : 'Other'
}

/**
 * The records' word for an armed actor that is accused. What stands in brackets says of an unidentified group where it
 * was, and of forces since when they are so called.
 */
export function accusedOfActor(actor: string): string {
  const name = actor.replace(IN_BRACKETS, ' ').trim()
  return (!UNKNOWN.test(name) && ACCUSED.get(onlyPartyIn(name))) || 'not stated'
}

/** The party that a name holds; empty when it holds none, or several: one of them is then only where, or about whom. */
function onlyPartyIn(name: string): string {
  const found = PARTIES.filter(([, pattern]) => pattern.test(name))
  return found.length === 1 ? (found[0]?.[0] ?? '') : ''
}
