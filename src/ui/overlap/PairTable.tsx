// biome-ignore-all lint/a11y/noRedundantRoles: Safari drops the roles of a table whose rows are laid out as grids
import { useMemo, useState } from 'preact/hooks'
import { select } from '../../app/actions'
import { dataset } from '../../app/state'
import { views } from '../../messages/compiled/views'
import type { Incident } from '../../model/report'
import { LinkButton } from '../shared/LinkButton'
import type { RowPlace } from '../shared/virtualRows'
import { dateWords, placeWords, whenWords } from '../shared/words'
import { LongTable } from '../views/LongTable'
import type { Compared } from './comparing'
import { decisions, pairKey } from './decisions'
import { PairReview } from './PairReview'
import { apartWords, entriesOf, isOfPairs, type ListId, reportOf } from './pairLists'

const FIRST = 20

interface Props {
  readonly found: Compared
  readonly list: ListId
}

/** The pairs or reports of a list, and the pair under review. */
export function PairTable({ found, list }: Props) {
  const [reviewed, setReviewed] = useState<number | null>(null)
  const { a, b } = found
  const entries = entriesOf(found, list)
  const keys = useMemo(() => Array.from(entries, String), [entries])
  const names = { a: a.part.name, b: b.part.name }
  if (reviewed !== null && isOfPairs(list)) {
    return <PairReview found={found} pairs={entries} at={reviewed} onGo={setReviewed} />
  }
  const heads = isOfPairs(list)
    ? [a.part.name, b.part.name, views.overlapDistance()]
    : [list.endsWith('A') ? a.part.name : b.part.name]
  return (
    <section class="view-part">
      <h2 id="pairs-title">{views.overlapListed({ id: list, ...names })}</h2>
      {entries.length === 0 ? (
        <p class="quiet">{views.overlapNone()}</p>
      ) : (
        <LongTable
          class={isOfPairs(list) ? 'overlap-table' : 'overlap-table overlap-single'}
          titleId="pairs-title"
          head={heads.map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
          keys={keys}
          first={FIRST}
          showAll={views.overlapShowAll({ n: entries.length })}
          estimate={60}
        >
          {(index, place) => {
            const entry = entries[index] ?? -1
            return isOfPairs(list) ? (
              <PairRow
                key={entry}
                found={found}
                pair={entry}
                place={place}
                onReview={() => setReviewed(index)}
              />
            ) : (
              <SingleRow key={entry} found={found} list={list} row={entry} place={place} />
            )
          }}
        </LongTable>
      )}
    </section>
  )
}

interface PairProps {
  readonly found: Compared
  readonly pair: number
  readonly place: RowPlace | undefined
  readonly onReview: () => void
}

function PairRow({ found, pair, place, onReview }: PairProps) {
  const { candidates } = found.comparison
  const one = reportOf(found.a, candidates.a[pair] ?? -1)
  const other = reportOf(found.b, candidates.b[pair] ?? -1)
  const decision = decisions.value.get(pairKey(found, pair))
  const [a, b] = [reportWords(one), reportWords(other)]
  return (
    <tr role="row" {...place}>
      <td role="cell">
        <LinkButton aria-label={views.overlapReview({ a, b })} onClick={onReview}>
          {a}
        </LinkButton>
      </td>
      <td role="cell">{b}</td>
      <td role="cell">
        {apartWords(found, pair)}
        {decision && <span class="tag">{views.overlapDecided({ decision })}</span>}
      </td>
    </tr>
  )
}

interface SingleProps extends Props {
  readonly row: number
  readonly place: RowPlace | undefined
}

function SingleRow({ found, list, row, place }: SingleProps) {
  const incident = reportOf(list.endsWith('A') ? found.a : found.b, row)
  return (
    <tr role="row" {...place}>
      <td role="cell">
        {incident && (
          <LinkButton onClick={() => select({ kind: 'incident', id: incident.id })}>
            {reportWords(incident)}
          </LinkButton>
        )}
      </td>
    </tr>
  )
}

function reportWords(incident: Incident | undefined): string {
  if (!incident) return ''
  const { record } = incident
  const place = record.settlements[0] ?? placeWords(incident, dataset.value)
  return views.overlapReport({ date: whenWords(incident, dateWords), place })
}
