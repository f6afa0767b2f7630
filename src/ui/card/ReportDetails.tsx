import type { ComponentChildren } from 'preact'
import { select, showReport } from '../../app/actions'
import { conflict, dataset, fails, slice } from '../../app/state'
import { labelOf } from '../../model/conflict'
import type { Incident } from '../../model/report'
import { exactnessWords, placeWords } from '../shared/placeWords'
import { SourceLine } from '../shared/SourceLine'
import { dayWords, precisionWords, whenWords } from '../shared/words'
import { Citation, SourceCitation } from './Citation'
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
  const denial =
    incident.record.denial_source && dataset.value.sources.get(incident.record.denial_source)
  return (
    <div class="details">
      <h2 id={titleId} class="details-title">
        {placeWords(incident, dataset.value)}
      </h2>
      <p class="details-when">
        {whenWords(incident, dayWords)} <span class="quiet">({precisionWords(incident)})</span>
      </p>
      {!shown && (
        <p class="details-outside">
          Outside the dates and filters that are on.{' '}
          <button type="button" class="link-button" onClick={() => showReport(incident.id)}>
            {hidden ? 'Clear the filters and show it' : 'Move the window to it'}
          </button>
        </p>
      )}
      <p class="details-summary">{incident.record.summary}</p>
      <dl>
        <Fact name="Reported by">
          <span class={`swatch party-${incident.record.reporting_party}`} aria-hidden="true" />
          {incident.record.reported_by ||
            labelOf(conflict.value.parties, incident.record.reporting_party)}
        </Fact>
        <Fact name="Accuses">
          {incident.record.accused_as_worded === ''
            ? 'not stated'
            : `“${incident.record.accused_as_worded}”`}
        </Fact>
        <Fact name="Denied by">
          {incident.record.denied_by === '' ? (
            'no denial on file'
          ) : (
            <strong>{incident.record.denied_by}</strong>
          )}
          {denial && (
            <span class="quiet">
              {' '}
              in <SourceLine source={denial} />
            </span>
          )}
        </Fact>
        <Fact name="Casualties">{casualtyWords(incident)}</Fact>
        <Fact name="Where">
          {exactnessWords(incident, dataset.value).map((line) => (
            <span class="line" key={line}>
              {line}
            </span>
          ))}
        </Fact>
        <Fact name="Note">{incident.record.note}</Fact>
      </dl>
      <h3 class="details-heading">{incident.citedSources.length > 1 ? 'Sources' : 'Source'}</h3>
      {incident.citedSources.length === 0 ? (
        <p>no source on file</p>
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
      <h3 class="details-heading">As reported</h3>
      <dl>
        <Fact name="What">{whatWords(incident)}</Fact>
        <Fact name="Target">{incident.record.target}</Fact>
        <Fact name="Fired from">{incident.record.fired_from}</Fact>
        <Fact name="Settlements">{incident.record.settlements.join('; ')}</Fact>
        <Fact name="Time">
          {incident.record.when_as_reported && `“${incident.record.when_as_reported}”`}
        </Fact>
        <Fact name="Place">{incident.record.areas_as_reported.join('; ')}</Fact>
        <Fact name="Response">{responseWords(incident)}</Fact>
      </dl>
      <OtherSide incident={incident} />
      <Areas incident={incident} />
    </div>
  )
}

/** A line of the popup; left out when there is nothing to say. */
function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === '' || children === null) return null
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
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
          All of {areas.get(id)?.name ?? id}
        </button>
      ))}
    </p>
  )
}

function whatWords({ record }: Incident): string {
  const { weapons } = record
  const kind = record.kind.map((id) => labelOf(conflict.value.kinds, id)).join(', ')
  const others = weapons.filter((weapon) => weapon.toLowerCase() !== kind.toLowerCase())
  return others.length > 0 ? `${kind}: ${others.join(', ')}` : kind
}

function casualtyWords({ record }: Incident): string {
  const { killed, wounded, reporting_party: party } = record
  if (killed === null && wounded === null) return 'not stated'
  const said = [
    killed === null ? null : `${killed} killed`,
    wounded === null ? null : `${wounded} wounded`,
  ].filter(Boolean)
  const total = (killed ?? 0) + (wounded ?? 0)
  const words = total === 0 ? 'none' : said.join(', ')
  return `${words}, as reported by ${labelOf(conflict.value.parties, party)}`
}

function responseWords({ record: { retaliation } }: Incident): string {
  if (retaliation === 'reported') return 'return fire reported'
  if (retaliation === 'denied') return 'no return fire, says the reporting side'
  return retaliation === '' ? 'not stated' : retaliation
}
