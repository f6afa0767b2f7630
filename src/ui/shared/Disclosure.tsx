import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Pane } from '../../model/view'
import { Icon, type IconNode } from './Icon'
import { MoreBelow } from './MoreBelow'
import { type OpenState, usePane } from './phone'

interface Props {
  readonly pane: Pane
  readonly label: string
  readonly icon: IconNode
  /** Keeps the label visible on a phone, where others show only their icon. */
  readonly keepLabel?: boolean
  /** Rendered while the pane is open. */
  readonly children: ComponentChildren
}

/** A tool that opens a small pane over the map. Escape and a click elsewhere close it. */
export function Disclosure({ pane, label, icon, keepLabel, children }: Props) {
  const host = useRef<HTMLDetailsElement>(null)
  const open = usePane(pane)
  useEffect(() => {
    const close = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && host.current?.contains(event.target)
      if (!isInside) open.value = false
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [])
  return (
    <details
      ref={host}
      class="menu-host"
      open={open.value}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        open.value = false
        host.current?.querySelector('summary')?.focus()
      }}
    >
      <Summary open={open} class="tool">
        <Icon of={icon} /> <span class={keepLabel ? undefined : 'tool-label'}>{label}</span>
      </Summary>
      <div class="menu pane">
        {open.value && children}
        {open.value && <MoreBelow />}
      </div>
    </details>
  )
}

interface SummaryProps {
  readonly open: OpenState
  readonly class?: string
  readonly children: ComponentChildren
}

/**
 * Folds and unfolds the element around it at once: the event of that element comes later, when more
 * may have changed.
 */
export function Summary({ open, class: kind, children }: SummaryProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button
    <summary
      class={kind}
      onClick={(event) => {
        event.preventDefault()
        open.value = !open.value
      }}
    >
      {children}
    </summary>
  )
}
