import type { ComponentProps } from 'preact'

/** A button that looks like a link. */
export function LinkButton({ class: more = '', ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} class={`link-button ${more}`} />
}
