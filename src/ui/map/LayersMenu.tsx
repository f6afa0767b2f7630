import { Layers } from 'lucide'
import { setBase, setLanguage, toggleLayer } from '../../app/actions'
import { base, hiddenLayers, lang } from '../../app/state'
import { tools } from '../../messages/tools'
import type { NameLanguage } from '../../model/place'
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

/** Each in itself, whatever the language of the interface. */
const LANGUAGES: readonly { id: NameLanguage; label: string }[] = [
  { id: 'en', label: 'English' },
  { id: 'az', label: 'Azərbaycanca' },
  { id: 'hy', label: 'Հայերեն' },
  { id: 'ru', label: 'Русский' },
]

/** Layers on and off, the language whose place names lead, and the base map. */
export function LayersMenu() {
  return (
    <Disclosure label={tools.layers()} icon={Layers}>
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
      </fieldset>
      <fieldset>
        <legend>{tools.nameLanguage()}</legend>
        {LANGUAGES.map(({ id, label }) => (
          <label key={id} class="row">
            <input
              type="radio"
              name="lang"
              checked={lang.value === id}
              onChange={() => setLanguage(id)}
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
