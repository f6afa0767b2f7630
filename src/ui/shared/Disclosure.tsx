import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconNode } from './Icon'
import { MoreBelow } from './MoreBelow'

interface Props {
  readonly label: string
  readonly icon: IconNode
  /** Keeps the label visible on a phone, where others show only their icon. */
  readonly keepLabel?: boolean
  /** Rendered while the pane is open. */
  readonly children: ComponentChildren
}

/** A tool that opens a small pane over the map. Escape and a click elsewhere close it. */
export function Disclosure({ label, icon, keepLabel, children }: Props) {
  const host = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const close = (event: PointerEvent) => {
      const details = host.current
      if (details && event.target instanceof Node && !details.contains(event.target)) {
        details.open = false
      }
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [])
  return (
    <details
      ref={host}
      class="menu-host"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !host.current) return
        host.current.open = false
        host.current.querySelector('summary')?.focus()
      }}
    >
      <summary class="tool">
        <Icon of={icon} /> <span class={keepLabel ? undefined : 'tool-label'}>{label}</span>
      </summary>
      <div class="menu pane">
        {isOpen && children}
        {isOpen && <MoreBelow />}
      </div>
    </details>
  )
}
