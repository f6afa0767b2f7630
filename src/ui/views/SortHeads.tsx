import { ArrowDown, ArrowUp } from 'lucide'
import { views } from '../../messages/compiled/views'
import { Icon } from '../shared/Icon'

type Column = Parameters<typeof views.column>[0]['column']

export interface Order<Own extends Column> {
  readonly column: Own
  readonly direction: 'ascending' | 'descending'
}

interface Props<Own extends Column> {
  readonly columns: readonly Own[]
  readonly order: Order<Own>
  onSort(order: Order<Own>): void
}

/**
 * The heads of a table that can be sorted. The same column turns round; another begins with A, the
 * earliest date or the most reports.
 */
export function SortHeads<Own extends Column>({ columns, order, onSort }: Props<Own>) {
  return columns.map((column) => {
    const sorted = order.column === column ? order.direction : undefined
    const isDescending = sorted ? sorted === 'ascending' : column === 'reports'
    return (
      // biome-ignore lint/a11y/noRedundantRoles: Safari drops the roles of a table laid out as grids
      <th key={column} scope="col" role="columnheader" aria-sort={sorted}>
        <button
          type="button"
          onClick={() => onSort({ column, direction: isDescending ? 'descending' : 'ascending' })}
        >
          {views.column({ column })}
          {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
        </button>
      </th>
    )
  })
}
