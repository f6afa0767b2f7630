import { useSignal } from '@preact/signals'
import { Download } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { showPane } from '../../app/actions'
import { countSources } from '../../export/csl'
import { errorText } from '../../issues/errorText'
import { errors } from '../../messages/compiled/errors'
import { exporting } from '../../messages/compiled/exporting'
import { tools } from '../../messages/compiled/tools'
import { codedLabel } from '../../model/facets'
import { fetchWords, readForExport } from '../folder/exportUnread'
import {
  BIBLIOGRAPHIES,
  downloads,
  type Exported,
  type ExportId,
  exportOf,
} from '../shared/downloads'
import { Icon } from '../shared/Icon'
import { MoreBelow } from '../shared/MoreBelow'
import { usePane } from '../shared/phone'
import { reportsWords } from '../shared/words'
import { barUnit } from '../timeline/bins'
import { DatasetChoice, LayoutChoice } from './ExportLayout'
import { shownMap } from './shownMap'

interface Item {
  readonly id: ExportId | 'picture' | 'share'
  readonly label: string
  readonly about: string
  readonly isDisabled?: boolean
}

/**
 * Menu button (WAI-ARIA APG) that saves what is on the screen as a file. Success is reported only
 * afterwards.
 */
export function ExportMenu({ say }: { readonly say: (words: string) => void }) {
  const open = usePane('export')
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const one = useSignal<string | null>(null)
  const exported = open.value ? exportOf(one.value) : null

  useLayoutEffect(() => {
    if (!open.value) return
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const outside = (event: PointerEvent) => {
      const inside =
        event.target instanceof Node && menu.current?.parentElement?.contains(event.target)
      if (!inside) open.value = false
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open.value])

  const close = () => {
    open.value = false
    button.current?.focus()
  }
  const run = async (id: Item['id']) => {
    close()
    if (id === 'picture' || id === 'share') return showPane(id, true)
    try {
      const problem = await readForExport(id)
      say(problem === '' ? await downloads[id](exportOf(one.value)) : problem)
    } catch (error) {
      say(exporting.failed({ reason: errorText(error) }))
    }
  }

  const row = ({ id, label, about, isDisabled = false }: Item) => (
    <div key={id} role="none" class="menu-row">
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        class="menu-item"
        aria-describedby={`export-${id}`}
        aria-disabled={isDisabled}
        onClick={() => isDisabled || run(id)}
      >
        {label}
      </button>
      <span id={`export-${id}`} class="quiet menu-about">
        {about}
      </span>
    </div>
  )

  return (
    <div class="menu-host">
      <button
        ref={button}
        id="export"
        type="button"
        class="tool"
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value
        }}
      >
        <Icon of={Download} /> <span class="tool-label">{exporting.heading()}</span>
      </button>
      {open.value && (
        <div
          ref={menu}
          class="menu"
          role="menu"
          aria-label={exporting.heading()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            else if (event.key === 'Tab') open.value = false
            else if (moveFocus(menu.current, event.key)) event.preventDefault()
          }}
        >
          <DatasetChoice one={one} />
          <LayoutChoice />
          {exported && itemsFor(exported).map(row)}
          <MoreBelow />
        </div>
      )}
    </div>
  )
}

function publishing(): Item[] {
  const share: Item = { id: 'share', label: tools.share(), about: tools.shareAbout() }
  const [label, about] = [exporting.pictureItem(), exporting.pictureAbout()]
  return shownMap.value ? [{ id: 'picture', label, about }, share] : [share]
}

/** What is asked for most is first: a menu can be longer than its room. */
function itemsFor({ dataset, slice }: Exported): Item[] {
  const reports = [reportsWords(slice.count), fetchWords()].filter(Boolean).join(' ')
  const n = countSources(dataset, slice)
  // Those of a folder are counted once they are read.
  const isDisabled = n === 0 && fetchWords() === ''
  const about = isDisabled ? errors.noCitedSource() : exporting.sources({ n })
  const districts = exporting.districts({ n: slice.areas.size })
  const pairs = exporting.directions()
  const party = codedLabel(dataset.conflict, 'by')
  return [
    { id: 'geojson', label: exporting.reportsGeojson(), about: reports },
    { id: 'districts', label: exporting.districtsGeojson(), about: districts },
    { id: 'csv', label: exporting.csv(), about: reports },
    ...publishing(),
    { id: 'flatgeobuf', label: exporting.flatgeobuf(), about: reports },
    { id: 'csvt', label: exporting.csvt(), about: reports },
    { id: 'kml', label: exporting.kml(), about: reports },
    {
      id: 'counts',
      label: exporting.countsCsv({ unit: barUnit.value }),
      about: party ? exporting.countsBy({ column: party }) : exporting.counts(),
    },
    ...(dataset.origins.length > 0
      ? [
          { id: 'directions' as const, label: exporting.directionsGeojson(), about: pairs },
          { id: 'directionsCsv' as const, label: exporting.directionsCsv(), about: pairs },
        ]
      : []),
    { id: 'references', label: exporting.references(), about, isDisabled },
    ...BIBLIOGRAPHIES.map(({ id, label }) => ({ id, label, about, isDisabled })),
  ]
}

/** Arrow keys, Home and End move through the items. Returns true when the key was one of them. */
function moveFocus(menu: HTMLElement | null, key: string): boolean {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[key]
  if (next === undefined) return false
  items[next]?.focus()
  return true
}
