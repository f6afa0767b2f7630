import type { ComponentChildren } from 'preact'
import { card } from '../../messages/compiled/card'
import { shorten } from '../../messages/message'

/** Letters of a text: a cell can hold megabytes. The whole is in exports. */
export const MAX_LETTERS = 10_000

interface Props {
  readonly fact: Parameters<typeof card.fact>[0]['fact']
  /** The file's own name of it. */
  readonly label?: string
  readonly children: ComponentChildren
}

/** A line of the card; omitted when it is empty. */
export function Fact({ fact, label, children }: Props) {
  if (children === '' || children === false) return null
  return (
    <div class="fact">
      <dt>{label ?? card.fact({ fact })}</dt>
      <dd>{typeof children === 'string' ? shorten(children, MAX_LETTERS) : children}</dd>
    </div>
  )
}
