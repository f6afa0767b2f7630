/**
 * Who stands behind the names that other datasets use (geodata/FORMATS.md has the table). Only what a name says by
 * itself: a newspaper of a country does not speak for a party.
 */

const AUTHORITY =
  /\b(ministry of (defen[cs]e|foreign affairs|internal affairs|emergency)|(defen[cs]e|foreign|interior) ministry|mod|mfa|defen[cs]e army|armed forces|border (service|guards?)|security service|government|presiden(t|cy)|human rights (defender|ombudsman))\b/i
const KARABAKH = /\b(artsakh|nagorno[- ]karabakh|nkr|karabakh)\b/i
const AZERBAIJAN = /\bazerbaijan/i
const ARMENIA = /\barmenia/i
const RUSSIA = /\brussia/i

/** The records' word for the party whose authority a source is; `Other` for everybody else. */
export function partyOfSource(source: string): string {
  if (!AUTHORITY.test(source)) return 'Other'
  if (KARABAKH.test(source)) return 'Nagorno-Karabakh authorities'
  if (AZERBAIJAN.test(source)) return 'Azerbaijan'
  if (ARMENIA.test(source)) return 'Armenia'
  return RUSSIA.test(source) ? 'Russia' : 'Other'
}

/** The party that all of the sources with a party have in common; `Other` for none or several. */
export function partyOfSources(sources: readonly string[]): string {
  const parties = new Set(sources.map(partyOfSource).filter((party) => party !== 'Other'))
  const [only] = parties
  return parties.size === 1 && only !== undefined ? only : 'Other'
}

/** The records' word for an armed actor that is accused. */
export function accusedOfActor(actor: string): string {
  if (KARABAKH.test(actor)) return 'Armenian formations in Karabakh'
  if (AZERBAIJAN.test(actor)) return 'Azerbaijan'
  return ARMENIA.test(actor) ? 'Armenia' : 'not stated'
}
