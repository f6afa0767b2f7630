import { Layers } from 'lucide'
import { setBase, setNameLanguage, toggleDirections, toggleLayer } from '../../app/actions'
import { base, conflict, dataset, directions, hiddenLayers, names } from '../../app/state'
import { tools } from '../../messages/compiled/tools'
import type { LayerId } from '../../model/view'
import { Disclosure } from '../shared/Disclosure'
import { bases } from './baseMaps'

const LAYERS: readonly LayerId[] = [
  'shading',
  'marks',
  'settlements',
  'names',
  'towns',
  'water',
  'borders',
]

/** Layers on and off, the language of place names, and the base map. */
export function LayersMenu() {
  return (
    <Disclosure pane="layers" label={tools.layers()} icon={Layers}>
      <fieldset>
        <legend>{tools.layers()}</legend>
        {LAYERS.map((id) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              checked={!hiddenLayers.value.has(id)}
              onChange={() => toggleLayer(id)}
            />
            {tools.layer({ layer: id })}
          </label>
        ))}
        <label class="row">
          <input
            type="checkbox"
            checked={directions.value}
            disabled={dataset.value.origins.length === 0}
            onChange={toggleDirections}
          />
          {dataset.value.origins.length === 0 ? tools.noDirections() : tools.directions()}
        </label>
      </fieldset>
      <fieldset>
        <legend>{tools.nameLanguage()}</legend>
        {conflict.value.languages.map(({ id, label }) => (
          <label key={id} class="row">
            <input
              type="radio"
              name="lang"
              checked={names.value === id}
              onChange={() => setNameLanguage(id)}
            />
            <span lang={id}>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{tools.base()}</legend>
        <label class="row">
          <input
            type="radio"
            name="base"
            checked={base.value === 'embedded'}
            onChange={() => setBase('embedded')}
          />
          {tools.embedded()}
        </label>
        {bases.value.map(({ id, name }) => (
          <label key={id} class="row">
            <input
              type="radio"
              name="base"
              checked={base.value === id}
              onChange={() => setBase(id)}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </Disclosure>
  )
}
