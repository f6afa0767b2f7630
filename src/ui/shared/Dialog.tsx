import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { page } from '../../messages/page'
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
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} class={`about ${kind}`} aria-labelledby={id} onClose={onClose}>
      <form method="dialog">
        <button type="submit" class="card-close" aria-label={page.close()}>
          <Icon of={X} />
        </button>
      </form>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}
