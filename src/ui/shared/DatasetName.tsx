import { shorten } from '../../messages/message'
import type { DatasetTerm } from '../../model/conflict'

/** The name of one of several datasets, with its colour. */
export function DatasetName({ of: { id, label } }: { readonly of: DatasetTerm }) {
  return (
    <span class="dataset-name">
      <span class={`swatch dataset-${id}`} aria-hidden="true" /> {shorten(label)}
    </span>
  )
}
