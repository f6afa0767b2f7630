import { showPane } from '../../app/actions'
import { remember } from './remember'

/** Single keys are switched off (WCAG 2.1.4). */
export const singleKeysOff = remember('single-keys-off')

/** Where a letter is typed or chooses. */
const FIELDS = 'select, textarea, input:not([type="checkbox"], [type="radio"], [type="range"])'

/** Whether a press may do something by itself: with single keys on, and outside of fields. */
export function isSingleKey({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (singleKeysOff.is.peek() || ctrlKey || metaKey || altKey) return false
  return !(target instanceof Element && target.closest(FIELDS))
}

/** Listens for the key that lists all keys. */
export function followHelpKey(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key === '?' && isSingleKey(event)) showPane('keys', true)
  }
  addEventListener('keydown', listen)
  return () => removeEventListener('keydown', listen)
}
