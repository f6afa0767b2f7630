import { useSignal } from '@preact/signals'
import { select } from '../../app/actions'
import { conflict, dataset } from '../../app/state'
import { list } from '../../messages/compiled/list'
import { phrases } from '../../messages/compiled/phrases'
import { views } from '../../messages/compiled/views'
import { formatSeries } from '../../messages/intl'
import { shorten } from '../../messages/message'
import { labelOf } from '../../model/conflict'
import { labelsOfReport } from '../../model/facets'
import type { Incident } from '../../model/report'
import { DatasetName } from '../shared/DatasetName'
import { LinkButton } from '../shared/LinkButton'
import { dateWords, placeWords, whenWords } from '../shared/words'
import type { Compared } from './comparing'
import { DECISIONS, decide, decisions, pairKey } from './decisions'
import { apartWords, reportOf } from './pairLists'

const MAX_SUMMARY = 2000

interface Props {
  readonly found: Compared
  /** Those to go through, in order. */
  readonly pairs: Int32Array
  readonly at: number
  /** Goes to another one, or back with null. */
  readonly onGo: (at: number | null) => void
}

/** Two reports side by side, for the reader to decide whether they are of one event. */
export function PairReview({ found, pairs, at, onGo }: Props) {
  const notKept = useSignal(false)
  const pair = pairs[at] ?? -1
  const { candidates } = found.comparison
  const one = reportOf(found.a, candidates.a[pair] ?? -1)
  const other = reportOf(found.b, candidates.b[pair] ?? -1)
  const key = pairKey(found, pair)
  const decided = decisions.value.get(key) ?? 'none'
  const go = (label: string, to: number) => (
    <button
      type="button"
      class="tool"
      disabled={to < 0 || to >= pairs.length}
      onClick={() => onGo(to)}
    >
      {label}
    </button>
  )
  return (
    <section class="view-part" aria-labelledby="pair-title">
      <h2 id="pair-title">{views.overlapPosition({ at: at + 1, n: pairs.length })}</h2>
      <p class="overlap-actions" role="status">
        {apartWords(found, pair)}
      </p>
      <div class="overlap-pair">
        {one && <Report incident={one} />}
        {other && <Report incident={other} />}
      </div>
      <fieldset class="overlap-decision">
        <legend>{views.overlapDecision()}</legend>
        {DECISIONS.map((decision) => (
          <label key={decision} class="choice">
            <input
              type="radio"
              name="decision"
              checked={decided === decision}
              onChange={() => {
                notKept.value = !decide(key, decision)
              }}
            />
            {views.overlapDecided({ decision })}
          </label>
        ))}
      </fieldset>
      <p class="quiet">
        {notKept.value ? views.overlapDecisionNotKept() : views.overlapDecisionsKept()}
      </p>
      <p class="overlap-actions">
        {go(views.overlapPrevious(), at - 1)} {go(views.overlapNext(), at + 1)}{' '}
        <LinkButton onClick={() => onGo(null)}>{views.overlapCloseReview()}</LinkButton>
      </p>
    </section>
  )
}

function Report({ incident }: { readonly incident: Incident }) {
  const { record } = incident
  const party = labelOf(conflict.value.parties, record.reporting_party)
  const labels = labelsOfReport(incident, conflict.value)
  const kind = formatSeries(record.kind.map((id) => labelOf(conflict.value.kinds, id)))
  return (
    <article class="overlap-report">
      <h3>{incident.dataset && <DatasetName of={incident.dataset} />}</h3>
      <p>
        <strong>{whenWords(incident, dateWords)}</strong>
      </p>
      <p>{formatSeries([...record.settlements, placeWords(incident, dataset.value)])}</p>
      <p class="quiet">
        {labels
          ? list.coded({ kind, first: labels.reporting_party, party })
          : list.by({ party: record.reported_by || party })}
      </p>
      <p>{shorten(record.summary, MAX_SUMMARY)}</p>
      <p class="quiet">{incident.citedSources[0]?.publisher ?? phrases.noSource()}</p>
      <LinkButton onClick={() => select({ kind: 'incident', id: incident.id })}>
        {views.overlapOpenReport()} <span class="visually-hidden">{incident.id}</span>
      </LinkButton>
    </article>
  )
}
