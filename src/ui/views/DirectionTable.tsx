import { useState } from 'preact/hooks'
import { select } from '../../app/actions'
import { conflict } from '../../app/state'
import { views } from '../../messages/views'
import { totalOf } from '../../query/classes'
import { type Direction, type DirectionColumn, sortDirections } from '../../query/directions'
import { sumGroups } from '../../query/groups'
import { groupWords } from '../../query/groupWords'
import { LinkButton } from '../shared/LinkButton'
import { type Order, SortHead } from '../shared/SortHead'
import { directions, selectedDirection } from '../shared/sliceDirections'
import { countShort, reportsWords } from '../shared/words'

const COLUMNS: readonly DirectionColumn[] = ['origin', 'target', 'reports']
const FIRST_ROWS = 12

/** The reported directions of fire by pair of places: the lines of the map, for every reader. */
export function DirectionTable() {
  const { pairs, missing } = directions.value
  const [order, setOrder] = useState<Order<DirectionColumn>>({
    column: 'reports',
    direction: 'descending',
  })
  const [all, setAll] = useState(false)
  const sorted = sortDirections(pairs, order.column, order.direction)
  const { origin, target, both } = missing
  const left = totalOf(origin) + totalOf(target) + totalOf(both)
  return (
    <section class="view-part" aria-labelledby="directions-title">
      <h2 id="directions-title">{views.directions({ n: pairs.length })}</h2>
      <p class="quiet">{views.directionsHint()}</p>
      {pairs.length > 0 && (
        <table class="directions" aria-labelledby="directions-title">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  label={views.column({ column })}
                  order={order}
                  onSort={setOrder}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, all ? undefined : FIRST_ROWS).map((pair) => (
              <Row key={pair.id} pair={pair} />
            ))}
          </tbody>
        </table>
      )}
      {pairs.length > FIRST_ROWS && (
        <LinkButton onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: FIRST_ROWS }) : views.showAllPairs({ n: pairs.length })}
        </LinkButton>
      )}
      {left > 0 && (
        <p class="quiet">
          {views.directionsMissing({
            origin: countShort(origin),
            target: countShort(target),
            both: countShort(both),
          })}
        </p>
      )}
    </section>
  )
}

function Row({ pair }: { readonly pair: Direction }) {
  const { id, origin, target, groups } = pair
  const count = sumGroups(groups)
  const words = groupWords(groups, conflict.value, 'party', (certain, possible) =>
    countShort({ certain, possible }),
  )
  return (
    <tr>
      <th scope="row">{origin.name}</th>
      <td>{target.name}</td>
      <td>
        <LinkButton
          aria-pressed={selectedDirection.value?.id === id}
          aria-label={views.directionCount({
            origin: origin.name,
            target: target.name,
            reports: reportsWords(count),
          })}
          onClick={() => select({ kind: 'direction', id, at: target.at })}
        >
          {countShort(count)}
        </LinkButton>
        <span class="quiet">{words}</span>
      </td>
    </tr>
  )
}
