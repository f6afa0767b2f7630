import { ChevronDown } from 'lucide'
import { toggle } from '../../app/actions'
import { chosen, conflict, dataset, slice } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { totalOf } from '../../query/classes'
import type { Colouring } from '../../query/counts'
import { otherWords } from '../../query/groupWords'
import { Icon } from '../shared/Icon'
import { MoreBelow } from '../shared/MoreBelow'
import { isOnFile, NoReports } from '../shared/NoReports'
import { countShort, reportsWords } from '../shared/words'
import { facetName, facetOptions, type ShownFacet } from './facetOptions'

interface Props {
  readonly of: ShownFacet
  /** Shown open, without a button to fold it. */
  readonly open?: boolean
}

/** A file can name thousands of areas. */
const MAX_OPTIONS = 150

/** Of very many values those with the most reports, and those that are chosen, in their order. */
function mostFrequent(all: ReturnType<typeof facetOptions>, selected: ReadonlySet<string>) {
  if (all.length <= MAX_OPTIONS) return all
  const ranked = all.toSorted((a, b) => totalOf(b.count) - totalOf(a.count))
  const most = new Set(ranked.slice(0, MAX_OPTIONS))
  return all.filter((option) => most.has(option) || selected.has(option.id))
}

/** The colouring whose colours mark the values of a facet. */
function swatchOf(key: ShownFacet): Colouring | null {
  if (key === 'by') return 'party'
  const isColoured = conflict.value.columnLabels && (key === 'accused' || key === 'kind')
  return isColoured ? key : null
}

/** Of a count, and of the range that it may become when dates are switched off. */
function widthOf(count: number): string {
  return `${2 * String(count).length + 1}ch`
}

/** One filter: checkboxes with counts, folded. If nothing is ticked, everything passes. */
export function Facet({ of: key, open = false }: Props) {
  const name = facetName(key, conflict.value)
  const swatch = swatchOf(key)
  const selected = chosen.value[key]
  const all = facetOptions(key, dataset.value, slice.value)
  const options = mostFrequent(all, selected)
  const choices = (
    <fieldset class="choices">
      <legend class="visually-hidden">{name}</legend>
      {open && conflict.value.columnLabels && <p class="choices-title">{name}</p>}
      {options.map(({ id, label, count }) => {
        const none = totalOf(count) === 0
        return (
          <label key={id} class={none ? 'choice choice-none' : 'choice'}>
            <input type="checkbox" checked={selected.has(id)} onChange={() => toggle(key, id)} />
            {swatch && <span class={`swatch ${swatch}-${id}`} aria-hidden="true" />}
            <span class="choice-label">{label}</span>
            <span class="choice-count" style={{ minWidth: widthOf(totalOf(count)) }}>
              {none ? (
                <NoReports words={panel.noReports()} isOnFile={isOnFile(key, id)} />
              ) : (
                <>
                  <span aria-hidden="true">{countShort(count)}</span>
                  <span class="visually-hidden">{reportsWords(count)}</span>
                </>
              )}
            </span>
          </label>
        )
      })}
      {all.length > options.length && (
        <p class="quiet">{panel.moreOptions({ n: all.length - options.length })}</p>
      )}
      {options.map((option) => {
        const words = otherWords(option)
        return (
          words && (
            <p key={option.id} class="choice-words">
              {words}
            </p>
          )
        )
      })}
      {!open && <MoreBelow />}
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
