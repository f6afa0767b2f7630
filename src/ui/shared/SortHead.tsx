import { ArrowDown, ArrowUp } from 'lucide'
import { Icon } from './Icon'

export interface Order<Column extends string> {
  readonly column: Column
  readonly direction: 'ascending' | 'descending'
}

interface Props<Column extends string> {
  readonly column: Column
  readonly label: string
  readonly order: Order<Column>
  onSort(order: Order<Column>): void
}

/**
 * The head of a column that can be sorted. The same column turns round; another begins with A, the
 * earliest date or the most reports.
 */
export function SortHead<Column extends string>({ column, label, order, onSort }: Props<Column>) {
  const sorted = order.column === column ? order.direction : undefined
  const isDescending = sorted ? sorted === 'ascending' : column === 'reports'
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the roles of a table laid out as grids
    <th scope="col" role="columnheader" aria-sort={sorted}>
      <button
        type="button"
        onClick={() => onSort({ column, direction: isDescending ? 'descending' : 'ascending' })}
      >
        {label}
        {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
      </button>
    </th>
  )
}
