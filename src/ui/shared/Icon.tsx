import { h } from 'preact'

/** An icon as in the lucide package: `[tag, attributes][]`. */
export type IconNode = readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
])[]

interface Props {
  readonly of: IconNode
  readonly size?: number
}

/** Draws a Lucide icon in the text colour. Decoration only: the control around it has the name. */
export function Icon({ of, size = 16 }: Props) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
