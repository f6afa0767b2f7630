import { effect } from '@preact/signals'
import { conflict } from '../../app/state'
import type { ColouredTerm } from '../../model/conflict'

/** Gives the classes `party-ID` and `accused-ID` the colours of the current dataset. */
export function followPartyColours(): void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  effect(() => {
    const { parties, accused } = conflict.value
    const rules = [
      ...parties.map((term) => termRules('party', term)),
      ...accused.map((term) => termRules('accused', term)),
    ]
    sheet.replaceSync(rules.join('\n'))
  })
}

/** Ids and colours come from a dataset: ids are escaped, and colours are `#rrggbb` only. */
function termRules(colouring: string, { id, colour }: ColouredTerm): string {
  const name = `.${colouring}-${CSS.escape(id)}`
  const safe = (value: string) => (/^#[0-9a-f]{6}$/i.test(value) ? value : 'currentColor')
  return `${name} { --party: ${safe(colour.light)} }
:root[data-theme="dark"] ${name} { --party: ${safe(colour.dark)} }`
}
