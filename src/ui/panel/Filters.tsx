import { Search, X } from 'lucide'
import { clearFilters, setQuery, toggle } from '../../app/actions'
import * as state from '../../app/state'
import { panel } from '../../messages/panel'
import { FACET_KEYS } from '../../model/facets'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { Facet } from './Facet'
import type { ShownFacet } from './facetOptions'
import { facetOptions } from './facetOptions'

/** Always open: who reports is the first thing to choose. */
const OPEN = 'by'
/** Sources are chosen in their table. */
const FOLDED = FACET_KEYS.filter((key): key is ShownFacet => key !== OPEN && key !== 'source')

/** Search and filters. Each value has the count it would give with the other filters unchanged. */
export function Filters() {
  const { chosen, query } = state
  const active =
    FACET_KEYS.reduce((sum, key) => sum + chosen.value[key].size, 0) + (query.value ? 1 : 0)
  const facet = (key: ShownFacet, open = false) => (
    <Facet
      key={key}
      name={panel.facet({ facet: key })}
      open={open}
      options={facetOptions(key, state.dataset.value, state.slice.value)}
      selected={chosen.value[key]}
      onToggle={(id) => toggle(key, id)}
    />
  )
  return (
    <search class="filters" aria-label={panel.filters()}>
      <label class="search">
        <Icon of={Search} />
        <span class="visually-hidden">{panel.search()}</span>
        <input
          type="search"
          placeholder={panel.searchHint()}
          value={query.value}
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {facet(OPEN, true)}
      <div class="facet-row">{FOLDED.map((key) => facet(key))}</div>
      {active > 0 && (
        <LinkButton class="clear-filters" onClick={clearFilters}>
          <Icon of={X} size={14} /> {panel.clear({ n: active })}
        </LinkButton>
      )}
    </search>
  )
}
