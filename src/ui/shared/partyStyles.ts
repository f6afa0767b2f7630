import { effect } from '@preact/signals'
import { conflict } from '../../app/state'
import type { ColouredTerm, Term } from '../../model/conflict'

/** Gives the classes of each colouring, such as `party-ID`, the colours of the current dataset. */
export function followPartyColours(): void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  effect(() => {
    const { parties, accused, kinds, datasets = [], compared = [] } = conflict.value
    const rules = [
      ...parties.map((term) => termRules('party', term)),
      ...accused.map((term) => termRules('accused', term)),
      ...kinds.map((term) => termRules('kind', term)),
      ...datasets.map((term) => termRules('dataset', term)),
      ...compared.map((term) => termRules('overlap', term)),
    ]
    sheet.replaceSync(rules.join('\n'))
  })
}

/** As the rings on the map have it: notches, or two lines. */
const SWATCHES = {
  none: '',
  notched: 'background: repeating-linear-gradient(90deg, var(--party) 0 3px, transparent 3px 4px)',
  double:
    'border: 2px solid var(--party); background: radial-gradient(var(--party) 0 1.5px, transparent 2px)',
}

/** Ids and colours come from a dataset: ids are escaped, and colours are `#rrggbb` only. */
function termRules(colouring: string, { id, colour, cue }: Term & Partial<ColouredTerm>): string {
  if (!colour) return ''
  const name = `.${colouring}-${CSS.escape(id)}`
  const safe = (value: string) => (/^#[0-9a-f]{6}$/i.test(value) ? value : 'currentColor')
  return `${name} { --party: ${safe(colour.light)} }
:root[data-theme="dark"] ${name} { --party: ${safe(colour.dark)} }
.swatch${name} { ${SWATCHES[cue ?? 'none']} }`
}
