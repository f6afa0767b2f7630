import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { page } from '../../messages/compiled/page'
import { Icon } from './Icon'

interface Props {
  readonly title: string
  /** An additional class. */
  readonly kind?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog over the page, open while it is rendered. */
export function Dialog({ title, kind = '', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    // The event `close` comes a task later, when the state may have changed already: what has come
    // in between would be taken for seen.
    const closing = new MutationObserver(() => {
      if (!element.open) onClose()
    })
    closing.observe(element, { attributeFilter: ['open'] })
    return () => closing.disconnect()
  }, [])
  return (
    <dialog ref={dialog} class={`about ${kind}`} aria-labelledby={id}>
      <form method="dialog">
        <button type="submit" class="dialog-close" aria-label={page.close()}>
          <Icon of={X} />
        </button>
      </form>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}
