import type { ComponentChildren } from 'preact'
import { select, showReport } from '../../app/actions'
import { dataset, fails, slice } from '../../app/state'
import { card } from '../../messages/card'
import { formatSeries } from '../../messages/intl'
import { phrases } from '../../messages/phrases'
import type { Incident } from '../../model/report'
import type { Source } from '../../model/source'
import { labelOf, PARTIES } from '../../model/vocabulary'
import { placeWords } from '../shared/placeWords'
import { rich } from '../shared/rich'
import { SourceLine } from '../shared/SourceLine'
import { dayWords, whenWords } from '../shared/words'
import { Citation, SourceCitation } from './Citation'
import { exactnessWords, precisionWords } from './exactnessWords'
import { casualtyWords, responseWords, whatWords } from './factWords'
import { OtherSide } from './OtherSide'

interface Props {
  readonly incident: Incident
  readonly titleId: string
}

/** One report: when and where as exactly as it says and no more, whose claim it is, who denied it, the sources. */
export function ReportDetails({ incident, titleId }: Props) {
  const row = dataset.value.rowOf.get(incident.id)
  const shown = row !== undefined && slice.value.rows.includes(row)
  const hidden = row !== undefined && fails.value[row] !== 0
  const denial = incident.denialSource && dataset.value.sources.get(incident.denialSource)
  const when = whenWords(incident, dayWords)
  return (
    <div class="details">
      <h2 id={titleId} class="details-title">
        {placeWords(incident, dataset.value)}
      </h2>
      <p class="details-when">
        {rich(card.whenExactly({ when, precision: precisionWords(incident) }), { quiet })}
      </p>
      {!shown && (
        <p class="details-outside">
          {card.outside()}{' '}
          <button type="button" class="link-button" onClick={() => showReport(incident.id)}>
            {hidden ? card.showCleared() : card.showMoved()}
          </button>
        </p>
      )}
      <p class="details-summary">{incident.summary}</p>
      <dl>
        <Fact fact="by">
          <span class={`swatch party-${incident.reportingParty}`} aria-hidden="true" />
          {incident.reportedBy || labelOf(PARTIES, incident.reportingParty)}
        </Fact>
        <Fact fact="accuses">
          {incident.accusedAsWorded === '' ? card.notStated() : quoted(incident.accusedAsWorded)}
        </Fact>
        <Fact fact="denied">
          {incident.deniedBy === '' ? card.noDenial() : <strong>{incident.deniedBy}</strong>}
          {denial && <DenialSource source={denial} />}
        </Fact>
        <Fact fact="casualties">{casualtyWords(incident)}</Fact>
        <Fact fact="where">
          <Lines of={exactnessWords(incident, dataset.value)} />
        </Fact>
        <Fact fact="note">{incident.note}</Fact>
      </dl>
      <h3 class="details-heading">
        {card.sources({ n: Math.max(1, incident.citedSources.length) })}
      </h3>
      {incident.citedSources.length === 0 ? (
        <p>{phrases.noSource()}</p>
      ) : (
        <ul class="sources">
          {incident.citedSources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} />
              <SourceCitation source={source} />
            </li>
          ))}
        </ul>
      )}
      <Citation incident={incident} />
      <h3 class="details-heading">{card.asReported()}</h3>
      <dl>
        <Fact fact="what">{whatWords(incident)}</Fact>
        <Fact fact="target">{incident.target}</Fact>
        <Fact fact="firedFrom">{incident.firedFrom}</Fact>
        <Fact fact="settlements">{formatSeries(incident.settlements)}</Fact>
        <Fact fact="time">{incident.whenAsReported && quoted(incident.whenAsReported)}</Fact>
        <Fact fact="place">
          {incident.areasAsReported.length > 0 && <Lines of={incident.areasAsReported} />}
        </Fact>
        <Fact fact="response">{responseWords(incident)}</Fact>
      </dl>
      <OtherSide incident={incident} />
      <Areas incident={incident} />
    </div>
  )
}

interface FactProps {
  readonly fact: Parameters<typeof card.fact>[0]['fact']
  readonly children: ComponentChildren
}

/** A line of the popup; left out when there is nothing to say. */
function Fact({ fact, children }: FactProps) {
  if (children === '' || children === null || children === false) return null
  return (
    <div class="fact">
      <dt>{card.fact({ fact })}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.map((line) => (
    <span class="line" key={line}>
      {line}
    </span>
  ))
}

function DenialSource({ source }: { readonly source: Source }) {
  const text = card.denialIn({ publisher: source.publisher })
  return <span class="quiet"> {rich(text, { source: () => <SourceLine source={source} /> })}</span>
}

function Areas({ incident }: { readonly incident: Incident }) {
  const { areas } = dataset.value
  return (
    <p class="details-areas">
      {incident.areas.map((id) => (
        <button
          type="button"
          class="link-button"
          key={id}
          onClick={() => select({ kind: 'area', id })}
        >
          {card.allIn({ area: areas.get(id)?.name ?? id })}
        </button>
      ))}
    </p>
  )
}

function quoted(words: string): string {
  return card.quote({ words })
}

function quiet(text: string) {
  return <span class="quiet">{text}</span>
}
