import { Search, X } from 'lucide'
import {
  clearFilters,
  setDenied,
  setQuery,
  toggleAccused,
  toggleAgreement,
  toggleArea,
  toggleKind,
  toggleParty,
  togglePlacement,
} from '../../app/actions'
import * as state from '../../app/state'
import { panel } from '../../messages/panel'
import type { AreaId } from '../../model/ids'
import {
  ACCUSED,
  AGREEMENTS,
  KINDS,
  NOT_LOCATED,
  PARTIES,
  PLACEMENTS,
} from '../../model/vocabulary'
import type { Count } from '../../query/counts'
import { areasOnFile } from '../../query/groups'
import { agreementWords } from '../../query/groupWords'
import { Icon } from '../shared/Icon'
import { Facet, type Option } from './Facet'

const NONE: Count = { certain: 0, possible: 0 }
/** The districts the project is about come first; the others follow by name. */
const FOCUS = ['shusha', 'aghdam', 'kalbajar', 'lachin'] as AreaId[]

/** Search and filters; each value has the count it would give while the other filters hold. */
export function Filters() {
  const { facets } = state.slice.value
  const active =
    state.areas.value.size +
    state.by.value.size +
    state.accused.value.size +
    state.kinds.value.size +
    state.placements.value.size +
    state.agreements.value.size +
    state.sources.value.size +
    (state.denied.value ? 1 : 0) +
    (state.query.value ? 1 : 0)
  return (
    <search class="filters" aria-label={panel.filters()}>
      <label class="search">
        <Icon of={Search} />
        <span class="visually-hidden">{panel.search()}</span>
        <input
          type="search"
          placeholder={panel.searchHint()}
          value={state.query.value}
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <Facet
        name={panel.facet({ facet: 'by' })}
        open
        options={PARTIES.map(({ id, label }) => ({
          id,
          label,
          count: facets.by.get(id) ?? NONE,
          swatch: id,
        }))}
        selected={state.by.value}
        onToggle={toggleParty}
      />
      <div class="facet-row">
        <Facet
          name={panel.facet({ facet: 'area' })}
          options={areaOptions()}
          selected={state.areas.value}
          onToggle={toggleArea}
        />
        <Facet
          name={panel.facet({ facet: 'accused' })}
          options={ACCUSED.map(({ id, label }) => ({
            id,
            label,
            count: facets.accused.get(id) ?? NONE,
          }))}
          selected={state.accused.value}
          onToggle={toggleAccused}
        />
        <Facet
          name={panel.facet({ facet: 'kind' })}
          options={KINDS.map(({ id, label }) => ({
            id,
            label,
            count: facets.kinds.get(id) ?? NONE,
          }))}
          selected={state.kinds.value}
          onToggle={toggleKind}
        />
        <Facet
          name={panel.facet({ facet: 'denied' })}
          options={(['yes', 'no'] as const).map((id) => ({
            id,
            label: panel.denied({ denied: id }),
            count: facets.denied.get(id) ?? NONE,
          }))}
          selected={new Set(state.denied.value ? [state.denied.value] : [])}
          onToggle={(id) => setDenied(state.denied.value === id ? null : id)}
        />
        <Facet
          name={panel.facet({ facet: 'placement' })}
          options={PLACEMENTS.map((id) => ({
            id,
            label: panel.placement({ placement: id }),
            count: facets.placements.get(id) ?? NONE,
          }))}
          selected={state.placements.value}
          onToggle={togglePlacement}
        />
        <Facet
          name={panel.facet({ facet: 'agreement' })}
          options={AGREEMENTS.map(({ id }) => ({
            id,
            label: agreementWords(id),
            count: facets.agreements.get(id) ?? NONE,
          }))}
          selected={state.agreements.value}
          onToggle={toggleAgreement}
        />
      </div>
      {active > 0 && (
        <button type="button" class="link-button clear-filters" onClick={clearFilters}>
          <Icon of={X} size={14} /> {panel.clear({ n: active })}
        </button>
      )}
    </search>
  )
}

/** Areas that any report on file names, the focus districts first, "not located" last. */
function areaOptions(): Option<AreaId>[] {
  const { areas } = state.dataset.value
  const { facets } = state.slice.value
  const named = areasOnFile(state.dataset.value)
  const rest = [...areas.keys()].filter((id) => named.has(id) && !FOCUS.includes(id))
  const options = [...FOCUS.filter((id) => areas.has(id)), ...rest].map((id) => ({
    id,
    label: areas.get(id)?.name ?? id,
    count: facets.areas.get(id) ?? NONE,
  }))
  return [
    ...options,
    {
      id: NOT_LOCATED,
      label: panel.placement({ placement: 'unlocated' }),
      count: facets.areas.get(NOT_LOCATED) ?? NONE,
    },
  ]
}
