import '../../styles/overlap.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { compareIds, setColouring, setReachDays, setReachKm } from '../../app/actions'
import { colouring, parts, reachDays, reachKm } from '../../app/state'
import { overlapCsv } from '../../export/overlapCsv'
import { views } from '../../messages/compiled/views'
import { formatNumber } from '../../messages/intl'
import { MAX_CANDIDATES } from '../../query/overlap/candidates'
import { saveFile, stemOfParts } from '../shared/downloads'
import { SelectField } from '../shared/SelectField'
import { AreaPairs } from './AreaPairs'
import { type Compared, chosenPair, compared, followComparison, hasFailed } from './comparing'
import { decisions, pairKey } from './decisions'
import { PairTable } from './PairTable'
import { entriesOf, LISTS, type ListId } from './pairLists'

/** Which reports two of the datasets may share: counts, pairs to review, and what is in one only. */
export function OverlapView() {
  useEffect(followComparison, [])
  const found = compared.value
  return (
    <div class="view overlap">
      <section class="view-part" aria-labelledby="overlap-title">
        <h2 id="overlap-title">{views.overlapTitle()}</h2>
        <p class="quiet">{views.overlapHint()}</p>
        <Choices />
        <p role="status" class="quiet">
          {hasFailed.value ? views.overlapFailed() : found ? '' : views.overlapComparing()}
        </p>
      </section>
      {found && <Found found={found} />}
    </div>
  )
}

function Choices() {
  const pair = chosenPair()
  if (!pair) return null
  const all = parts.value
  const options = all.map(({ id, name }) => ({ id, label: name }))
  const idAt = (index: number) => all[index]?.id ?? ''
  const [a, b] = pair
  const choose = (side: 0 | 1, id: string) => {
    const other = idAt(side === 0 ? b : a)
    if (id !== other) compareIds(new Set([id, other]))
  }
  return (
    <div class="overlap-choices">
      <SelectField
        name={views.overlapDatasetA()}
        value={idAt(a)}
        options={options.filter(({ id }) => id !== idAt(b))}
        onChoose={(id) => choose(0, id)}
      />
      <SelectField
        name={views.overlapDatasetB()}
        value={idAt(b)}
        options={options.filter(({ id }) => id !== idAt(a))}
        onChoose={(id) => choose(1, id)}
      />
      <Amount name={views.overlapDays()} value={reachDays.value} step={1} onChoose={setReachDays} />
      <Amount name={views.overlapKm()} value={reachKm.value} step="any" onChoose={setReachKm} />
    </div>
  )
}

interface AmountProps {
  readonly name: string
  readonly value: number
  readonly step: number | 'any'
  readonly onChoose: (value: number) => void
}

function Amount({ name, value, step, onChoose }: AmountProps) {
  return (
    <label>
      <span>{name}</span>
      <input
        type="number"
        min={0}
        max={20_000}
        step={step}
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '' && currentTarget.validity.valid) {
            onChoose(currentTarget.valueAsNumber)
          } else currentTarget.value = String(value)
        }}
      />
    </label>
  )
}

function Found({ found }: { readonly found: Compared }) {
  const listed = useSignal<ListId>('matches')
  const said = useSignal('')
  const { a, b, comparison } = found
  const names = { a: a.part.name, b: b.part.name }
  const { cut } = comparison.candidates
  return (
    <>
      <section class="view-part">
        <table class="overlap-counts">
          <caption class="visually-hidden">{views.overlapWhat()}</caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{views.overlapWhat()}</th>
              <th scope="col">{views.overlapNumber()}</th>
            </tr>
          </thead>
          <tbody>
            {LISTS.map((id) => (
              <tr key={id}>
                <td>
                  <button
                    type="button"
                    class="link-button"
                    aria-pressed={listed.value === id}
                    onClick={() => {
                      listed.value = id
                    }}
                  >
                    {views.overlapCount({ id, ...names })}
                  </button>
                </td>
                <td>{formatNumber(entriesOf(found, id).length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {cut > 0 && <p class="quiet">{views.overlapCut({ n: cut, most: MAX_CANDIDATES })}</p>}
        <p class="overlap-actions">
          <button
            type="button"
            class="tool"
            aria-pressed={colouring.value === 'overlap'}
            onClick={() => setColouring(colouring.value === 'overlap' ? 'dataset' : 'overlap')}
          >
            {views.overlapColourMap()}
          </button>{' '}
          <button
            type="button"
            class="tool"
            onClick={() => {
              said.value = saveCsv(found)
            }}
          >
            {views.overlapSaveCsv()}
          </button>{' '}
          <span class="quiet" role="status">
            {said.value}
          </span>
        </p>
      </section>
      <PairTable key={listed.value} found={found} list={listed.value} />
      <AreaPairs found={found} />
    </>
  )
}

function saveCsv(found: Compared): string {
  const { a, b, comparison } = found
  const { candidates, matches } = comparison
  const decided = new Map<number, string>()
  if (decisions.value.size > 0) {
    candidates.a.forEach((_, pair) => {
      const decision = decisions.value.get(pairKey(found, pair))
      if (decision) decided.set(pair, decision)
    })
  }
  const text = overlapCsv(a.events, b.events, candidates, matches, decided)
  const file = new Blob([text], { type: 'text/csv;charset=utf-8' })
  const stem = [a, b].map(({ part }) => stemOfParts([part])).join('-')
  return views.overlapSaved({ name: saveFile(file, `${stem}-overlap.csv`) })
}
