import type { TargetedMouseEvent } from 'preact'

/**
 * A click anywhere in an entry presses its button, so that text around the button can be selected:
 * a click that ends a selection opens nothing. Keys use the button itself.
 */
export function pressEntry({ currentTarget, target }: TargetedMouseEvent<HTMLElement>): void {
  const isOnControl = target instanceof Element && target.closest('a, button')
  if (isOnControl || getSelection()?.isCollapsed === false) return
  const button = currentTarget.querySelector('button')
  button?.focus({ preventScroll: true })
  button?.click()
}
