// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { views } from '../../messages/compiled/views'
import { LinkButton } from '../shared/LinkButton'
import { RowLimit, type RowPlace, useVirtualRows } from '../shared/virtualRows'

/** Above this number of rows only the visible ones are rendered. */
const MAX_DRAWN = 1000

interface Props {
  readonly class: string
  /** The id of its heading. */
  readonly titleId: string
  /** The cells of the head. */
  readonly head: ComponentChildren
  /** Identify the rows, in order. */
  readonly keys: readonly string[]
  /** How many rows are shown at first. */
  readonly first: number
  /** On the button that shows all. */
  readonly showAll: string
  /** Rows that are shown at first too, wherever they are in the order. */
  readonly kept?: ReadonlySet<string>
  /** Height of a row that was not drawn yet, px. */
  readonly estimate: number
  /** The row of an index; its place, in a long table, is attributes of its `tr`. */
  readonly children: (index: number, place?: RowPlace) => ComponentChildren
}

/** A table of which the first rows are shown, and all on demand. */
export function LongTable(props: Props) {
  const { keys, first, kept, children: rowAt } = props
  const [all, setAll] = useState(false)
  const isLong = all && keys.length > MAX_DRAWN
  return (
    <>
      <table
        class={props.class}
        role="table"
        aria-labelledby={props.titleId}
        aria-rowcount={isLong ? keys.length + 1 : undefined}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={isLong ? 1 : undefined}>
            {props.head}
          </tr>
        </thead>
        {isLong ? (
          <VirtualBody {...props} />
        ) : (
          <tbody role="rowgroup">
            {keys.map((key, index) => (all || index < first || kept?.has(key)) && rowAt(index))}
          </tbody>
        )}
      </table>
      {all && <RowLimit count={keys.length} />}
      {keys.length > first && (
        <LinkButton onClick={() => setAll(!all)}>
          {all ? views.showFirst({ n: first }) : props.showAll}
        </LinkButton>
      )}
    </>
  )
}

function VirtualBody({ keys, estimate, children: rowAt }: Props) {
  const { body, places } = useVirtualRows<HTMLTableSectionElement>(keys, estimate)
  return (
    <tbody role="rowgroup" class="virtual" {...body}>
      {places.map((place) => {
        const index = place['data-row']
        // A row without a link and a button has nothing else to take the focus.
        return rowAt(index, { ...place, 'aria-rowindex': index + 2, tabIndex: -1 })
      })}
    </tbody>
  )
}
