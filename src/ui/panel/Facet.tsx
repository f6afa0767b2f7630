import { ChevronDown } from 'lucide'
import { toggle } from '../../app/actions'
import { chosen, dataset, slice } from '../../app/state'
import { panel } from '../../messages/panel'
import { totalOf } from '../../query/classes'
import { Icon } from '../shared/Icon'
import { countShort, reportsWords } from '../shared/words'
import { facetOptions, type ShownFacet } from './facetOptions'

interface Props {
  readonly of: ShownFacet
  /** Shown open, without a button to fold it. */
  readonly open?: boolean
}

/** One filter: checkboxes with counts, folded. If nothing is ticked, everything passes. */
export function Facet({ of: key, open = false }: Props) {
  const name = panel.facet({ facet: key })
  const selected = chosen.value[key]
  const choices = (
    <fieldset class="choices">
      <legend class="visually-hidden">{name}</legend>
      {facetOptions(key, dataset.value, slice.value).map(({ id, label, count }) => {
        const none = totalOf(count) === 0
        return (
          <label key={id} class={none ? 'choice choice-none' : 'choice'}>
            <input type="checkbox" checked={selected.has(id)} onChange={() => toggle(key, id)} />
            {key === 'by' && <span class={`swatch party-${id}`} aria-hidden="true" />}
            <span class="choice-label">{label}</span>
            <span class="choice-count">
              <span aria-hidden="true">{none ? '–' : countShort(count)}</span>
              <span class="visually-hidden">{none ? panel.noReports() : reportsWords(count)}</span>
            </span>
          </label>
        )
      })}
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
