import type { ComponentChildren } from 'preact'
import { type RowPlace, useVirtualRows } from './virtualRows'

/** Attributes of a row of a long table. */
export interface TableRowPlace extends RowPlace {
  readonly 'aria-rowindex': number
  readonly tabIndex: number
}

interface Props {
  /** Identify the rows, in order. */
  readonly keys: readonly string[]
  /** Height of a row that was not drawn yet, px. */
  readonly estimate: number
  readonly children: (index: number, place: TableRowPlace) => ComponentChildren
}

/** The body of a long table below a head of one row: only the visible rows are drawn. */
export function VirtualBody({ keys, estimate, children: row }: Props) {
  const { body, places } = useVirtualRows<HTMLTableSectionElement>(keys, estimate)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the roles of a table laid out as grids
    <tbody role="rowgroup" class="virtual" {...body}>
      {places.map((place) => {
        const index = place['data-row']
        return row(index, { ...place, 'aria-rowindex': index + 2, tabIndex: -1 })
      })}
    </tbody>
  )
}
