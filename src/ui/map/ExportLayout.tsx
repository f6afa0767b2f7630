import type { Signal } from '@preact/signals'
import { conflict } from '../../app/state'
import { GEOMETRIES, ROWS } from '../../export/exportRows'
import { exporting } from '../../messages/compiled/exporting'
import { panel } from '../../messages/compiled/panel'
import { layout } from '../shared/downloads'

/** Several datasets are exported together, or one of them as if it were alone. */
export function DatasetChoice({ one }: { readonly one: Signal<string | null> }) {
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
export function LayoutChoice() {
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
