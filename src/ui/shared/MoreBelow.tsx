import { useSignal } from '@preact/signals'
import { ChevronDown } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon'

/** The last child of a box that scrolls: shows at its lower edge while there is more below. */
export function MoreBelow() {
  const end = useRef<HTMLDivElement>(null)
  const isMore = useSignal(false)
  useEffect(() => {
    if (!end.current) return
    const { parentElement: root } = end.current
    const read = ([entry]: IntersectionObserverEntry[]) => {
      isMore.value = entry?.isIntersecting === false
    }
    const observer = new IntersectionObserver(read, { root, rootMargin: '0px 0px 8px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      {isMore.value && (
        <div class="more-below" aria-hidden="true">
          <Icon of={ChevronDown} size={14} />
        </div>
      )}
      <div ref={end} class="content-end" />
    </>
  )
}
