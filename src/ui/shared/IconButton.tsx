import type { ComponentProps } from 'preact'
import { Icon, type IconNode } from './Icon'

interface Props extends Omit<ComponentProps<'button'>, 'icon' | 'children'> {
  /** Its name, also shown as a tooltip unless there is a title. */
  readonly label: string
  readonly icon: IconNode
}

/** A button that shows an icon only. */
export function IconButton({ label, icon, class: more = '', ...rest }: Props) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} class={`icon-button ${more}`}>
      <Icon of={icon} />
    </button>
  )
}
