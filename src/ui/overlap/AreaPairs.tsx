// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { dataset } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { formatNumber } from '../../messages/intl'
import { LongTable } from '../views/LongTable'
import type { Compared } from './comparing'

/** By area, the pairs of which nobody can tell, because one of the two is known to no settlement. */
export function AreaPairs({ found }: { readonly found: Compared }) {
  const { byArea } = found.comparison
  if (byArea.length === 0) return null
  return (
    <section class="view-part">
      <h2 id="area-pairs-title">{views.overlapAreas()}</h2>
      <p class="quiet">{views.overlapAreasHint()}</p>
      <LongTable
        class="overlap-table overlap-areas"
        titleId="area-pairs-title"
        head={
          <>
            <th scope="col" role="columnheader">
              {views.overlapArea()}
            </th>
            <th scope="col" role="columnheader">
              {views.overlapPairs()}
            </th>
          </>
        }
        keys={byArea.map(([id]) => id)}
        first={10}
        showAll={views.overlapShowAll({ n: byArea.length })}
        estimate={30}
      >
        {(index, place) => {
          const [id, n] = byArea[index] ?? []
          if (id === undefined || n === undefined) return null
          return (
            <tr key={id} role="row" {...place}>
              <td role="cell">{dataset.value.areas.get(id)?.name ?? id}</td>
              <td role="cell">{formatNumber(n)}</td>
            </tr>
          )
        }}
      </LongTable>
    </section>
  )
}
