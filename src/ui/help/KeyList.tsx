import { help } from '../../messages/compiled/help'
import { singleKeysOff } from './singleKeys'

type Row = Parameters<typeof help.pressed>[0]['row']
type Group = Parameters<typeof help.keyGroup>[0]['group']

const GROUPS: readonly (readonly [Group, ...Row[]])[] = [
  ['anywhere', 'listKeys', 'next', 'close'],
  ['search', 'suggestion', 'take', 'emptySearch'],
  ['list', 'item', 'openItem'],
  ['map', 'pan', 'zoom'],
  ['marks', 'nearest', 'byName', 'openMark'],
  ['card', 'later', 'earlier', 'close'],
  ['dates', 'date', 'switchDate'],
  ['ends', 'day', 'week', 'ends'],
  ['bars', 'bar', 'takeBar', 'height'],
  ['menus', 'choice', 'close'],
]

/** Every key of the page, and the switch for those that work without the focus on a control. */
export function KeyList() {
  return (
    <>
      <label class="single-keys">
        <input
          type="checkbox"
          checked={singleKeysOff.is.value}
          onChange={({ currentTarget }) => singleKeysOff.set(currentTarget.checked)}
        />{' '}
        {help.singleKeysOff()}
      </label>
      <p class="quiet">{help.singleKeysWhy()}</p>
      {GROUPS.map(([group, ...rows]) => (
        <section key={group}>
          <h3>{help.keyGroup({ group })}</h3>
          <dl class="keys">
            {rows.map((row) => (
              <div key={row}>
                <dt>
                  <kbd>{help.pressed({ row })}</kbd>
                </dt>
                <dd>{help.effect({ row })}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
