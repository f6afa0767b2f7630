import { conflict, dataset } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { shorten } from '../../messages/message'
import { type ColumnLabels, labelOf, NOT_STATED } from '../../model/conflict'
import { labelsOfReport } from '../../model/facets'
import type { Incident } from '../../model/report'
import type { Source } from '../../model/source'
import { rich } from '../shared/rich'
import { SourceLine } from '../shared/SourceLine'
import { Fact, MAX_LETTERS } from './Fact'
import { whatWords } from './factWords'

/** Whose claim a report is, against whom, and who denied it; of a coded event, who took part. */
export function ClaimFacts({ incident }: { readonly incident: Incident }) {
  const { parties } = conflict.value
  const columnLabels = labelsOfReport(incident, conflict.value)
  const { record } = incident
  if (columnLabels) return <CodedFacts incident={incident} labels={columnLabels} />
  const denial = record.denial_source && dataset.value.sources.get(record.denial_source)
  return (
    <>
      <Fact fact="by">
        <span class={`swatch party-${record.reporting_party}`} aria-hidden="true" />
        {shorten(record.reported_by, MAX_LETTERS) || labelOf(parties, record.reporting_party)}
      </Fact>
      <Fact fact="accuses">
        {record.accused_as_worded === ''
          ? card.notStated()
          : card.quote({ words: record.accused_as_worded })}
      </Fact>
      <Fact fact="denied">
        {record.denied_by === '' ? (
          card.noDenial()
        ) : (
          <strong>{shorten(record.denied_by, MAX_LETTERS)}</strong>
        )}
        {denial && <DenialSource source={denial} />}
      </Fact>
    </>
  )
}

interface CodedProps {
  readonly incident: Incident
  readonly labels: ColumnLabels
}

function CodedFacts({ incident, labels }: CodedProps) {
  const { reporting_party: party, accused_party: accused, ...record } = incident.record
  return (
    <>
      <Fact fact="what" label={labels.kind}>
        {whatWords(incident)}
      </Fact>
      <Fact fact="by" label={labels.reporting_party}>
        <span class={`swatch party-${party}`} aria-hidden="true" />
        {shorten(record.reporting_party_as_worded, MAX_LETTERS) ||
          labelOf(conflict.value.parties, party)}
      </Fact>
      <Fact fact="accuses" label={labels.accused_party}>
        {accused !== NOT_STATED && (
          <>
            <span class={`swatch accused-${accused}`} aria-hidden="true" />
            {shorten(record.accused_as_worded, MAX_LETTERS)}
          </>
        )}
      </Fact>
      <Fact fact="by">{record.reported_by}</Fact>
    </>
  )
}

function DenialSource({ source }: { readonly source: Source }) {
  const text = card.denialIn({ publisher: source.publisher })
  return <span class="quiet"> {rich(text, { source: () => <SourceLine source={source} /> })}</span>
}
