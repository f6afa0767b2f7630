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
} from '../actions'
import { areasOnFile } from '../data/grouping'
import { ACCUSED, AGREEMENTS, KINDS, NOT_LOCATED, PARTIES, PLACEMENTS } from '../data/vocabulary'
import { panel } from '../messages/panel'
import * as state from '../state'
import type { AreaId, Count, Placement } from '../types'
import { Facet, type Option } from './Facet'
import { Icon } from './Icon'

const NONE: Count = { certain: 0, possible: 0 }
/** The districts the project is about come first; the others follow by name. */
const FOCUS = ['shusha', 'aghdam', 'kalbajar', 'lachin'] as AreaId[]

const PLACEMENT_LABELS: Readonly<Record<Placement, string>> = {
  settlement: 'Known to the settlement',
  district: 'Known to the district',
  approximate: 'Approximate (former unit)',
  unlocated: 'Not located',
}

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
    <search class="filters" aria-label="Filters">
      <label class="search">
        <Icon of={Search} />
        <span class="visually-hidden">Search reports</span>
        <input
          type="search"
          placeholder="Search places, words, sources"
          value={state.query.value}
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <Facet
        name="Reported by"
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
          name="District"
          options={areaOptions()}
          selected={state.areas.value}
          onToggle={toggleArea}
        />
        <Facet
          name="Accused"
          options={ACCUSED.map(({ id, label }) => ({
            id,
            label,
            count: facets.accused.get(id) ?? NONE,
          }))}
          selected={state.accused.value}
          onToggle={toggleAccused}
        />
        <Facet
          name="Kind"
          options={KINDS.map(({ id, label }) => ({
            id,
            label,
            count: facets.kinds.get(id) ?? NONE,
          }))}
          selected={state.kinds.value}
          onToggle={toggleKind}
        />
        <Facet
          name="Denial"
          options={[
            { id: 'yes', label: 'Denied by a party', count: facets.denied.get('yes') ?? NONE },
            { id: 'no', label: 'No denial on file', count: facets.denied.get('no') ?? NONE },
          ]}
          selected={new Set(state.denied.value ? [state.denied.value] : [])}
          onToggle={(id) => setDenied(state.denied.value === id ? null : id)}
        />
        <Facet
          name="Placement"
          options={PLACEMENTS.map((id) => ({
            id,
            label: PLACEMENT_LABELS[id],
            count: facets.placements.get(id) ?? NONE,
          }))}
          selected={state.placements.value}
          onToggle={togglePlacement}
        />
        <Facet
          name="Agreement"
          options={AGREEMENTS.map(({ id, label }) => ({
            id,
            label,
            count: facets.agreements.get(id) ?? NONE,
          }))}
          selected={state.agreements.value}
          onToggle={toggleAgreement}
        />
      </div>
      {active > 0 && (
        <button type="button" class="link-button clear-filters" onClick={clearFilters}>
          <Icon of={X} size={14} /> {panel.clearFilters({ n: active })}
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
    { id: NOT_LOCATED, label: 'Not located', count: facets.areas.get(NOT_LOCATED) ?? NONE },
  ]
}
