import { computed } from '@preact/signals'
import { showClaims, showPanel } from '../../app/actions'
import { chosen, conflict, dataset, fails, slice, wholeSlice } from '../../app/state'
import { views } from '../../messages/compiled/views'
import {
  type AccusedId,
  type Conflict,
  labelOf,
  NOT_STATED,
  OTHER_PARTY,
  type PartyId,
} from '../../model/conflict'
import { claimMatrix } from '../../query/claimMatrix'
import { totalOf } from '../../query/classes'
import type { Count } from '../../query/counts'
import { facetName } from '../panel/facetOptions'
import { LinkButton } from '../shared/LinkButton'
import { NoReports } from '../shared/NoReports'
import { countShort, reportsWords } from '../shared/words'

const matrix = computed(() => claimMatrix(dataset.value, slice.value, fails.value))
/** The same whatever the filters. */
const onFile = computed(() => claimMatrix(dataset.value, wholeSlice.value))

/** Reporting party by accused party. Pressing a cell shows only its reports; a second press, all. */
export function ClaimMatrix() {
  const { rows, totals, all } = matrix.value
  const { columnLabels } = conflict.value
  const first = columnLabels?.reporting_party ?? ''
  const second = columnLabels?.accused_party ?? ''
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => totalOf(count))))
  return (
    <section class="view-part" aria-labelledby="matrix-title">
      <h2 id="matrix-title">
        {columnLabels ? views.codedMatrix({ first, second }) : views.matrix()}
      </h2>
      <div class="matrix-scroll">
        <table class="matrix">
          <caption class="visually-hidden">
            {columnLabels ? views.codedCaption({ first, second }) : views.matrixCaption()}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="matrix-corner">
                <span class="matrix-accused">
                  {columnLabels ? views.columnAcross({ column: second }) : views.accusedAcross()}
                </span>
                <span>
                  {columnLabels ? views.columnDown({ column: first }) : views.reportsDown()}
                </span>
              </th>
              {conflict.value.accused.map(({ id, label }) => (
                <th key={id} scope="col" class="matrix-column">
                  <span>{label}</span>
                </th>
              ))}
              <th scope="col" class="matrix-column matrix-total">
                <span>{views.all()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ by, cells, total }, row) => (
              <tr key={by} class={`party-${by}`}>
                <th scope="row">
                  <span class="swatch" aria-hidden="true" />
                  <span class="matrix-name">{labelOf(conflict.value.parties, by)}</span>
                </th>
                {cells.map(({ accused, count }, column) => (
                  <Cell
                    key={accused}
                    {...{ by, accused, count, most }}
                    whole={onFile.value.rows[row]?.cells[column]?.count}
                  />
                ))}
                <Total count={total} whole={onFile.value.rows[row]?.total} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{views.all()}</th>
              {totals.map(({ accused, count }, column) => (
                <Total key={accused} count={count} whole={onFile.value.totals[column]?.count} />
              ))}
              <Total count={all} whole={onFile.value.all} />
            </tr>
          </tfoot>
        </table>
      </div>
      <Shown />
    </section>
  )
}

/** The claims that are shown, with buttons to read or leave them; otherwise a hint. */
function Shown() {
  const pair = pairShown()
  if (!pair) {
    const [by, accused] = [facetName('by', conflict.value), facetName('accused', conflict.value)]
    return <p class="quiet">{views.matrixHint({ by, accused })}</p>
  }
  const claim = claimWords(pair.by, pair.accused)
  return (
    <p class="matrix-shown">
      {views.claimShown({ claim, reports: reportsWords(slice.value.count) })}{' '}
      <LinkButton onClick={() => showPanel('reports')}>{views.readThem()}</LinkButton>
      {' · '}
      <LinkButton onClick={() => showClaims(pair.by, pair.accused)}>
        {views.showAllAgain()}
      </LinkButton>
    </p>
  )
}

interface TotalProps {
  readonly count: Count
  /** What is on file in these dates, whatever the filters. */
  readonly whole: Count | undefined
}

interface CellProps extends TotalProps {
  readonly by: PartyId
  readonly accused: AccusedId
  readonly most: number
}

function Cell({ by, accused, count, whole, most }: CellProps) {
  const pair = pairShown()
  const pressed = pair?.by === by && pair.accused === accused
  const total = totalOf(count)
  if (total === 0 && !pressed) {
    return (
      <td class="matrix-none">
        <NoReports words={views.noReports()} isOnFile={isAny(whole)} />
      </td>
    )
  }
  const claim = claimWords(by, accused)
  return (
    <td>
      <button
        type="button"
        class="matrix-cell"
        style={{ '--share': `${Math.round(6 + 34 * Math.sqrt(total / most))}%` }}
        aria-pressed={pressed}
        aria-label={
          total === 0
            ? views.claimCountNone({ claim })
            : views.claimCount({ claim, reports: reportsWords(count) })
        }
        onClick={() => showClaims(by, accused)}
      >
        {total === 0 && !isAny(whole) ? '–' : countShort(count)}
      </button>
    </td>
  )
}

function Total({ count, whole }: TotalProps) {
  if (totalOf(count) > 0) return <td class="matrix-total">{countShort(count)}</td>
  return (
    <td class="matrix-total matrix-none">
      <NoReports words={views.noReports()} isOnFile={isAny(whole)} />
    </td>
  )
}

function isAny(count: Count | undefined): boolean {
  return count !== undefined && totalOf(count) > 0
}

/** The pair of parties that the filters show, if they show exactly one. */
function pairShown(): { by: PartyId; accused: AccusedId } | null {
  const [by, ...otherBy] = chosen.value.by
  const [accused, ...otherAccused] = chosen.value.accused
  if (!by || !accused || otherBy.length + otherAccused.length > 0) return null
  return { by: by as PartyId, accused: accused as AccusedId }
}

/** `A accuses B`; `Others do not state whom they accuse`. */
export function claimWords(
  by: PartyId,
  accused: AccusedId,
  { parties, accused: accusedTerms, columnLabels }: Conflict = conflict.value,
): string {
  if (columnLabels) {
    return views.codedPair({
      first: columnLabels.reporting_party,
      party: labelOf(parties, by),
      second: columnLabels.accused_party,
      accused: labelOf(accusedTerms, accused),
    })
  }
  const plural = parties.find(({ id }) => id === by)?.plural ? 'yes' : 'no'
  const party = by === OTHER_PARTY ? views.otherParties() : labelOf(parties, by)
  if (accused === NOT_STATED) return views.accusesNobody({ plural, party })
  return views.accuses({ plural, party, accused: labelOf(accusedTerms, accused) })
}
