import { X } from 'lucide'
import { clearFilters } from '../../app/actions'
import { chosen, conflict, query } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { FACET_KEYS } from '../../model/facets'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { Datasets } from './Datasets'
import { Facet } from './Facet'
import { shownFacets } from './facetOptions'
import { SearchBox } from './SearchBox'

/** Search and filters. Each value has the count it would give with the other filters unchanged. */
export function Filters() {
  const isFiltered = query.value !== '' || FACET_KEYS.some((key) => chosen.value[key].size > 0)
  return (
    <search class="filters" aria-label={panel.filters()}>
      <SearchBox />
      <Datasets />
      {/* Who reports is the first thing to choose, so it is always open. Sources have a table. */}
      <Facet of="by" open />
      <div class="facet-row">
        {shownFacets(conflict.value).map((key) => key !== 'by' && <Facet key={key} of={key} />)}
        {/* Keeps its place, so that nothing below moves. */}
        <LinkButton class={`clear-filters ${isFiltered ? '' : 'no-use'}`} onClick={clearFilters}>
          <Icon of={X} size={14} /> {panel.clear()}
        </LinkButton>
      </div>
    </search>
  )
}
