import { useState } from 'preact/hooks'
import { select, showReport } from '../../app/actions'
import { conflict, dataset, fails, slice } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { phrases } from '../../messages/compiled/phrases'
import { formatSeries } from '../../messages/intl'
import { shorten } from '../../messages/message'
import { formatZone } from '../../model/conflict'
import { labelsOfReport } from '../../model/facets'
import { cardFields } from '../../model/fields'
import type { Incident } from '../../model/report'
import type { Source } from '../../model/source'
import { DatasetName } from '../shared/DatasetName'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { SourceLine } from '../shared/SourceLine'
import { dayWords, placeWords, whenWords } from '../shared/words'
import { CardTitle } from './CardTitle'
import { ReportReference, SourceCitation } from './Citation'
import { ClaimFacts } from './ClaimFacts'
import { directionWords } from './directionWords'
import { Fact, MAX_LETTERS } from './Fact'
import {
  casualtyWords,
  exactnessWords,
  fieldWords,
  precisionWords,
  responseWords,
  whatWords,
} from './factWords'
import { OtherSide } from './OtherSide'

const MAX_LINES = 100
/** Sources that are listed at first, and then at once. */
const MAX_SOURCES = 20
const MORE_SOURCES = 100

/** One report, exactly as far as it says: when, where, whose claim, who denied it, sources. */
export function ReportDetails({ incident }: { readonly incident: Incident }) {
  const row = dataset.value.rowOf.get(incident.id)
  const shown = row !== undefined && slice.value.rows.includes(row)
  const hidden = row !== undefined && fails.value[row] !== 0
  const { record, citedSources } = incident
  const isCoded = labelsOfReport(incident, conflict.value) !== undefined
  const direction = directionWords(incident)
  const when = whenWords(incident, dayWords)
  const zone = formatZone(conflict.value)
  const precision = precisionWords(incident)
  const hasClock = record.time_start !== '' || record.time_end !== ''
  return (
    <div class="details">
      <CardTitle>{placeWords(incident, dataset.value)}</CardTitle>
      <p class="details-when">
        {rich(
          hasClock
            ? card.whenInZone({ when, zone, precision })
            : card.whenExactly({ when, precision }),
          { quiet },
        )}
      </p>
      {!shown && (
        <p class="details-outside">
          {card.outside()}{' '}
          <LinkButton onClick={() => showReport(incident.id)}>
            {hidden ? card.showCleared() : card.showMoved()}
          </LinkButton>
        </p>
      )}
      <p class="details-summary">{shorten(record.summary, MAX_LETTERS)}</p>
      <dl>
        {incident.dataset && (
          <Fact fact="dataset">
            <DatasetName of={incident.dataset} />
          </Fact>
        )}
        <ClaimFacts incident={incident} />
        <Fact fact="casualties">{casualtyWords(incident)}</Fact>
        <Fact fact="where">
          <Lines of={exactnessWords(incident)} />
        </Fact>
        {fieldFacts(incident, 'claim')}
      </dl>
      <h3 class="details-heading">{card.sources({ n: Math.max(1, citedSources.length) })}</h3>
      {citedSources.length === 0 ? (
        <p>{phrases.noSource()}</p>
      ) : (
        <Sources key={incident.id} of={citedSources} />
      )}
      <h3 class="details-heading">{card.asReported()}</h3>
      <dl>
        <Fact fact="what">{!isCoded && whatWords(incident)}</Fact>
        <Fact fact="target">{record.target}</Fact>
        <Fact fact="firedFrom">{record.fired_from}</Fact>
        <Fact fact="direction">{direction.length > 0 && <Lines of={direction} />}</Fact>
        <Fact fact="settlements">{formatSeries(record.settlements)}</Fact>
        <Fact fact="time">
          {record.when_as_reported && card.quote({ words: record.when_as_reported })}
        </Fact>
        <Fact fact="place">
          {record.areas_as_reported.length > 0 && <Lines of={record.areas_as_reported} />}
        </Fact>
        <Fact fact="response">{!isCoded && responseWords(incident)}</Fact>
        {fieldFacts(incident, 'asReported')}
        <Fact fact="id">{incident.id}</Fact>
      </dl>
      <OtherSide incident={incident} />
      <Areas incident={incident} />
      <ReportReference incident={incident} />
    </div>
  )
}

/** The columns that the list of fields places in this part of the card. */
function fieldFacts(incident: Incident, part: Parameters<typeof cardFields>[0]) {
  return cardFields(part).map((name) => (
    <Fact key={name} fact={name}>
      {fieldWords(incident, name)}
    </Fact>
  ))
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.slice(0, MAX_LINES).map((line) => (
    <span class="line" key={line}>
      {shorten(line, MAX_LETTERS)}
    </span>
  ))
}

function Sources({ of }: { readonly of: readonly Source[] }) {
  const [shown, setShown] = useState(MAX_SOURCES)
  const more = of.length - shown
  return (
    <>
      <ul class="sources">
        {of.slice(0, shown).map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
            <SourceCitation source={source} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <LinkButton onClick={() => setShown(shown + MORE_SOURCES)}>
          {card.moreSources({ n: more })}
        </LinkButton>
      )}
    </>
  )
}

function Areas({ incident }: { readonly incident: Incident }) {
  const { areas } = dataset.value
  return (
    <p class="details-areas">
      {incident.areas.map((id) => (
        <LinkButton key={id} onClick={() => select({ kind: 'area', id })}>
          {card.allIn({ area: areas.get(id)?.name ?? id })}
        </LinkButton>
      ))}
    </p>
  )
}

function quiet(text: string) {
  return <span class="quiet">{text}</span>
}
