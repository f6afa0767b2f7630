import { useSignal } from '@preact/signals'
import { choose } from '../../app/actions'
import { loadOpenFile } from '../../app/loadOpenFile'
import { chosen, conflict, slice } from '../../app/state'
import { errorText } from '../../issues/errorText'
import { exporting } from '../../messages/compiled/exporting'
import { panel } from '../../messages/compiled/panel'
import type { DatasetTerm } from '../../model/conflict'
import { downloads, exportOf } from '../shared/downloads'
import { LinkButton } from '../shared/LinkButton'
import { countShort, reportsWords } from '../shared/words'

/** The datasets that are shown together: each can be switched off, exported and removed. */
export function Datasets() {
  const said = useSignal('')
  const { datasets } = conflict.value
  if (!datasets) return null
  const save = async (id: string) => {
    try {
      said.value = await downloads.csv(exportOf(id))
    } catch (error) {
      said.value = exporting.failed({ reason: errorText(error) })
    }
  }
  return (
    <fieldset class="choices datasets">
      <legend class="visually-hidden">{panel.facet({ facet: 'dataset' })}</legend>
      <p class="choices-title">{panel.facet({ facet: 'dataset' })}</p>
      {datasets.map((each) => (
        <div key={each.id} class="dataset">
          <Switch of={each} all={datasets} />
          <LinkButton
            aria-label={panel.saveDataset({ name: each.label })}
            onClick={() => void save(each.id)}
          >
            {panel.save()}
          </LinkButton>
          <LinkButton
            aria-label={panel.removeDataset({ name: each.label })}
            onClick={() => void remove(each.id)}
          >
            {panel.remove()}
          </LinkButton>
        </div>
      ))}
      <p class="quiet dataset-said" role="status">
        {said.value}
      </p>
    </fieldset>
  )
}

interface SwitchProps {
  readonly of: DatasetTerm
  readonly all: readonly DatasetTerm[]
}

/** As long as all are on, the filter is empty; the last one stays on. */
function Switch({ of: { id, label }, all }: SwitchProps) {
  const { dataset } = chosen.value
  const on = all.filter((each) => dataset.size === 0 || dataset.has(each.id))
  const isOn = on.some((each) => each.id === id)
  const count = slice.value.facets.dataset.get(id) ?? { certain: 0, possible: 0 }
  const toggle = () => {
    const ids = all.filter((each) => (each.id === id ? !isOn : on.includes(each)))
    choose('dataset', ids.length === all.length ? [] : ids.map((each) => each.id))
  }
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} disabled={isOn && on.length === 1} onChange={toggle} />
      <span class={`swatch dataset-${id}`} aria-hidden="true" />
      <span class="choice-label">{label}</span>
      <span class="choice-count">
        <span aria-hidden="true">{countShort(count)}</span>
        <span class="visually-hidden">{reportsWords(count)}</span>
      </span>
    </label>
  )
}

async function remove(id: string): Promise<void> {
  await loadOpenFile()
  const { removePart } = await import('../../app/shownParts')
  await removePart(id)
}
