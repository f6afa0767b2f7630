import type { ComponentChildren } from 'preact'

/** Names the card, and takes the focus when the card shows something else. */
export function CardTitle({ children }: { readonly children: ComponentChildren }) {
  return (
    <h2 id="card-title" class="details-title" tabIndex={-1}>
      {children}
    </h2>
  )
}
