import { ChevronDown } from 'lucide'
import { panel } from '../../messages/panel'
import type { Count } from '../../query/counts'
import { Icon } from '../shared/Icon'
import { countShort, reportsWords } from '../shared/words'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count: Count
  /** A reporting party whose colour is shown before the label. */
  readonly swatch?: string
}

interface Props<Id extends string> {
  readonly name: string
  readonly options: readonly Option<Id>[]
  readonly selected: ReadonlySet<Id>
  readonly onToggle: (id: Id) => void
  /** Shown open, without a button to fold it. */
  readonly open?: boolean
}

/**
 * One filter: checkboxes with counts, folded under a button that names the choice. If nothing is
 * ticked, everything passes.
 */
export function Facet<Id extends string>({ name, options, selected, onToggle, open }: Props<Id>) {
  const choices = (
    <fieldset class="choices">
      <legend class="visually-hidden">{name}</legend>
      {options.map((option) => (
        <Choice
          key={option.id}
          option={option}
          checked={selected.has(option.id)}
          onToggle={onToggle}
        />
      ))}
    </fieldset>
  )
  if (open) return choices
  return (
    <details class={selected.size > 0 ? 'facet facet-active' : 'facet'} name="facet">
      <summary>
        {name}
        {selected.size > 0 && <span class="badge">{selected.size}</span>}
        <Icon of={ChevronDown} size={14} />
      </summary>
      {choices}
    </details>
  )
}

/** Characters. A longer label takes its own row. */
const WIDE = 20

interface ChoiceProps<Id extends string> {
  readonly option: Option<Id>
  readonly checked: boolean
  readonly onToggle: (id: Id) => void
}

function Choice<Id extends string>({ option, checked, onToggle }: ChoiceProps<Id>) {
  const { id, label, count, swatch } = option
  const none = count.certain + count.possible === 0
  return (
    <label
      class={`choice${none ? ' choice-none' : ''}${label.length > WIDE ? ' choice-wide' : ''}`}
    >
      <input type="checkbox" checked={checked} onChange={() => onToggle(id)} />
      {swatch && <span class={`swatch party-${swatch}`} aria-hidden="true" />}
      <span class="choice-label">{label}</span>
      <span class="choice-count">
        <span aria-hidden="true">{none ? '–' : countShort(count)}</span>
        <span class="visually-hidden">{none ? panel.noReports() : reportsWords(count)}</span>
      </span>
    </label>
  )
}
