import { effect } from '@preact/signals'
import { conflict } from '../../app/state'
import type { ColouredTerm, Conflict } from '../../model/conflict'

/**
 * Gives the classes `party-ID` and `accused-ID` the colours of the current dataset. Returns a
 * function that undoes it.
 */
export function followPartyColours(): () => void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const stop = effect(() => sheet.replaceSync(partyRules(conflict.value)))
  return () => {
    stop()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}

/**
 * The style rules. Ids and colours come from a dataset: ids are escaped, and colours are `#rrggbb`
 * only.
 */
export function partyRules({ parties, accused }: Conflict): string {
  const terms = [
    ...parties.map((term) => ['party', term] as const),
    ...accused.map((term) => ['accused', term] as const),
  ]
  return terms.map(([colouring, term]) => termRules(colouring, term)).join('\n')
}

function termRules(colouring: string, { id, colour }: ColouredTerm): string {
  const name = `.${colouring}-${CSS.escape(id)}`
  const safe = (value: string) => (/^#[0-9a-f]{6}$/i.test(value) ? value : 'currentColor')
  return `${name} { --party: ${safe(colour.light)} }
:root[data-theme="dark"] ${name} { --party: ${safe(colour.dark)} }`
}
