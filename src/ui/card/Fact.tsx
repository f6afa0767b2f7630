import type { ComponentChildren } from 'preact'
import { card } from '../../messages/card'

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
      <dd>{children}</dd>
    </div>
  )
}
