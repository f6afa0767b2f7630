// biome-ignore-all lint/a11y/noRedundantRoles: a long table is laid out as a grid, of which Safari drops the roles
import { useState } from 'preact/hooks'
import { select } from '../../app/actions'
import { conflict } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { totalOf } from '../../query/classes'
import { type Direction, type DirectionColumn, sortDirections } from '../../query/directions'
import { sumGroups } from '../../query/groups'
import { groupWords } from '../../query/groupWords'
import { LinkButton } from '../shared/LinkButton'
import { directions, selectedDirection } from '../shared/sliceDirections'
import type { RowPlace } from '../shared/virtualRows'
import { countShort, reportsWords } from '../shared/words'
import { LongTable } from './LongTable'
import { type Order, SortHeads } from './SortHeads'

const COLUMNS: readonly DirectionColumn[] = ['origin', 'target', 'reports']

/** The reported directions of fire by pair of places: the lines of the map, for every reader. */
export function DirectionTable() {
  const { pairs, missing } = directions.value
  const [order, setOrder] = useState<Order<DirectionColumn>>({
    column: 'reports',
    direction: 'descending',
  })
  const sorted = sortDirections(pairs, order.column, order.direction)
  const { origin, target, both } = missing
  const left = totalOf(origin) + totalOf(target) + totalOf(both)
  return (
    <section class="view-part" aria-labelledby="directions-title">
      <h2 id="directions-title">{views.directions({ n: pairs.length })}</h2>
      <p class="quiet">{views.directionsHint()}</p>
      {pairs.length > 0 && (
        <LongTable
          class="directions"
          titleId="directions-title"
          head={<SortHeads columns={COLUMNS} order={order} onSort={setOrder} />}
          keys={sorted.map(({ id }) => id)}
          first={12}
          showAll={views.showAllPairs({ n: pairs.length })}
          estimate={56}
        >
          {(index, place) => {
            const pair = sorted[index]
            return pair && <Row key={pair.id} pair={pair} place={place} />
          }}
        </LongTable>
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

interface RowProps {
  readonly pair: Direction
  readonly place: RowPlace | undefined
}

function Row({ pair, place }: RowProps) {
  const { id, origin, target, groups } = pair
  const count = sumGroups(groups)
  const words = groupWords(groups, conflict.value, 'party', (certain, possible) =>
    countShort({ certain, possible }),
  )
  return (
    <tr role="row" {...place}>
      <th role="rowheader" scope="row">
        {origin.name}
      </th>
      <td role="cell">{target.name}</td>
      <td role="cell">
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
