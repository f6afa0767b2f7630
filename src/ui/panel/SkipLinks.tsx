import { showPane } from '../../app/actions'
import { embed } from '../../app/state'
import { page } from '../../messages/compiled/page'

/** Where they lead: the id of the element. */
const PARTS = ['list', 'map', 'timeline', 'export'] as const

/** Links for the keyboard, visible while one of them has the focus. */
export function SkipLinks() {
  const parts = embed.value ? PARTS.filter((part) => part !== 'list') : PARTS
  return (
    // What is under the sheet takes no focus.
    <nav class="skip-links" aria-label={page.skip()} onFocusIn={() => showPane('list', false)}>
      {parts.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          onClick={(event) => {
            // A fragment would be in the address, and so in every link that is copied.
            event.preventDefault()
            focusPart(part)
          }}
        >
          {page.part({ part })}
        </a>
      ))}
    </nav>
  )
}

/** Focuses the first report, or the part as a whole: Tab goes on from there. */
export function focusPart(part: (typeof PARTS)[number]): void {
  const element = document.getElementById(part)
  const report = element?.querySelector<HTMLElement>('.report-open[tabindex="0"]')
  if (element && !(element instanceof HTMLButtonElement)) element.tabIndex = -1
  const target = report ?? element
  target?.focus()
}
