import { type Signal, useSignal } from '@preact/signals'
import { Download } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { showPane } from '../../app/actions'
import { conflict } from '../../app/state'
import { countSources } from '../../export/csl'
import { GEOMETRIES, ROWS } from '../../export/exportRows'
import { errorText } from '../../issues/errorText'
import { exporting } from '../../messages/compiled/exporting'
import { panel } from '../../messages/compiled/panel'
import { tools } from '../../messages/compiled/tools'
import { codedLabel } from '../../model/facets'
import {
  BIBLIOGRAPHIES,
  downloads,
  type Exported,
  type ExportId,
  exportOf,
  layout,
} from '../shared/downloads'
import { Icon } from '../shared/Icon'
import { MoreBelow } from '../shared/MoreBelow'
import { usePane } from '../shared/phone'
import { reportsWords } from '../shared/words'
import { barUnit } from '../timeline/bins'
import { shownMap } from './shownMap'

interface Item {
  readonly id: ExportId | 'picture' | 'share'
  readonly label: string
  readonly about: string
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
  const items = exported ? itemsFor(exported) : []

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
      if (exported) say(await downloads[id](exported))
    } catch (error) {
      say(exporting.failed({ reason: errorText(error) }))
    }
  }

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
          {items.map(({ id, label, about }) => (
            <div key={id} role="none" class="menu-row">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                class="menu-item"
                aria-describedby={`export-${id}`}
                onClick={() => run(id)}
              >
                {label}
              </button>
              <span id={`export-${id}`} class="quiet menu-about">
                {about}
              </span>
            </div>
          ))}
          <MoreBelow />
        </div>
      )}
    </div>
  )
}

/** Several datasets are exported together, or one of them as if it were alone. */
function DatasetChoice({ one }: { readonly one: Signal<string | null> }) {
  const { datasets } = conflict.value
  if (!datasets) return null
  const shown = datasets.find(({ id }) => id === one.value)?.id ?? null
  return (
    <Choice
      group={panel.facet({ facet: 'dataset' })}
      of={[{ id: null, label: exporting.allDatasets() }, ...datasets].map(({ id, label }) => ({
        label,
        isChosen: id === shown,
        choose: () => {
          one.value = id
        },
      }))}
    />
  )
}

/** What a row of reports is, and its geometry. */
function LayoutChoice() {
  const { geometry, rows } = layout.value
  const choose = (change: Partial<typeof layout.value>) => () => {
    layout.value = { geometry, rows, ...change }
  }
  return (
    <>
      <Choice
        group={exporting.geometry()}
        of={GEOMETRIES.map((id) => ({
          label: exporting.geometryKind({ kind: id }),
          isChosen: id === geometry,
          choose: choose({ geometry: id }),
        }))}
      />
      <Choice
        group={exporting.rows()}
        of={ROWS.map((id) => ({
          label: exporting.rowKind({ kind: id }),
          isChosen: id === rows,
          choose: choose({ rows: id }),
        }))}
      />
    </>
  )
}

interface ChoiceProps {
  readonly group: string
  readonly of: readonly { label: string; isChosen: boolean; choose(): void }[]
}

function Choice({ group, of }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets.
    <div role="group" aria-label={group} class="menu-choice">
      <span aria-hidden="true" class="quiet">
        {group}
      </span>
      {of.map(({ label, isChosen, choose }, place) => (
        <button
          key={`${place} ${label}`}
          type="button"
          role="menuitemradio"
          aria-checked={isChosen}
          tabIndex={-1}
          class="menu-radio"
          onClick={choose}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function itemsFor({ dataset, slice }: Exported): Item[] {
  const reports = reportsWords(slice.count)
  const sources = exporting.sources({ n: countSources(dataset, slice) })
  const districts = exporting.districts({ n: slice.areas.size })
  const pairs = exporting.directions()
  const party = codedLabel(dataset.conflict, 'by')
  const items: Item[] = [
    { id: 'geojson', label: exporting.reportsGeojson(), about: reports },
    { id: 'districts', label: exporting.districtsGeojson(), about: districts },
    { id: 'csv', label: exporting.csv(), about: reports },
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
    { id: 'references', label: exporting.references(), about: sources },
    ...BIBLIOGRAPHIES.map(({ id, label }) => ({ id, label, about: sources })),
  ]
  if (shownMap.value) {
    items.push({ id: 'picture', label: exporting.pictureItem(), about: exporting.pictureAbout() })
  }
  items.push({ id: 'share', label: tools.share(), about: tools.shareAbout() })
  return items
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
