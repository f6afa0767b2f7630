import { X } from 'lucide'
import { clearFilters } from '../../app/actions'
import { chosen, conflict, query } from '../../app/state'
import { panel } from '../../messages/panel'
import { FACET_KEYS } from '../../model/facets'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { Datasets } from './Datasets'
import { Facet } from './Facet'
import { shownFacets } from './facetOptions'
import { SearchBox } from './SearchBox'

/** Search and filters. Each value has the count it would give with the other filters unchanged. */
export function Filters() {
  const active =
    FACET_KEYS.reduce((sum, key) => sum + chosen.value[key].size, 0) + (query.value ? 1 : 0)
  return (
    <search class="filters" aria-label={panel.filters()}>
      <SearchBox />
      <Datasets />
      {/* Who reports is the first thing to choose, so it is always open. Sources have a table. */}
      <Facet of="by" open />
      <div class="facet-row">
        {shownFacets(conflict.value).map((key) => key !== 'by' && <Facet key={key} of={key} />)}
      </div>
      {active > 0 && (
        <LinkButton class="clear-filters" onClick={clearFilters}>
          <Icon of={X} size={14} /> {panel.clear({ n: active })}
        </LinkButton>
      )}
    </search>
  )
}
