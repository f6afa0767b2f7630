import { Layers } from 'lucide'
import { setBase, setNameLanguage, toggleLayer } from '../../app/actions'
import { base, conflict, hiddenLayers, names } from '../../app/state'
import { Disclosure } from '../shared/Disclosure'
import { bases } from './baseMaps'

const LAYERS = [
  { id: 'shading', label: 'District shading' },
  { id: 'marks', label: 'Count marks' },
  { id: 'settlements', label: 'Settlement marks' },
  { id: 'names', label: 'District names' },
  { id: 'towns', label: 'Towns' },
  { id: 'water', label: 'Lakes and rivers' },
  { id: 'borders', label: 'Borders' },
] as const

/** Layers on and off, the language whose place names lead, and the base map. */
export function LayersMenu() {
  return (
    <Disclosure label="Layers" icon={Layers}>
      <fieldset>
        <legend>Layers</legend>
        {LAYERS.map(({ id, label }) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              checked={!hiddenLayers.value.has(id)}
              onChange={() => toggleLayer(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Place names lead with</legend>
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
        <legend>Base map</legend>
        <label class="row">
          <input
            type="radio"
            name="base"
            checked={base.value === 'embedded'}
            onChange={() => setBase('embedded')}
          />
          Embedded (no request leaves this site)
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
