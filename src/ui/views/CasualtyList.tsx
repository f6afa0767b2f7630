import { computed } from '@preact/signals'
import { conflict, dataset, listed } from '../../app/state'
import { views } from '../../messages/compiled/views'
import type { RichText } from '../../messages/tagged'
import { labelOf } from '../../model/conflict'
import { isCodedOnly } from '../../model/facets'
import { casualties, type PartyCasualties, type Toll } from '../../query/casualties'
import { totalOf } from '../../query/classes'
import { DatasetName } from '../shared/DatasetName'
import { rich } from '../shared/rich'
import { reportsWords } from '../shared/words'

const sums = computed(() => casualties(dataset.value, listed.value))

/** Killed and wounded as each party reports them. Deliberately without a sum across parties. */
export function CasualtyList() {
  const isCoded = isCodedOnly(conflict.value)
  return (
    <section class="view-part" aria-labelledby="casualties-title">
      <h2 id="casualties-title">{isCoded ? views.codedCasualties() : views.casualties()}</h2>
      {sums.value.length === 0 ? (
        <p class="quiet">{views.noneChosen()}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        <ul class="casualties" role="list">
          {sums.value.map((own) => (
            <li
              key={`${own.dataset?.id} ${own.party}`}
              class={own.party ? `party-${own.party}` : undefined}
            >
              {own.dataset && (
                <p>
                  <DatasetName of={own.dataset} />
                </p>
              )}
              <p>{rich(reportedBy(own), { figures: (text) => <strong>{text}</strong> })}</p>
              <p class="quiet">{restWords(own)}</p>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{isCoded ? views.codedNote() : views.casualtiesNote()}</p>
    </section>
  )
}

function reportedBy(own: PartyCasualties): RichText<'figures'> {
  const figures = figureWords(own)
  const reports = totalOf(own.counted) === 0 ? null : reportsWords(own.counted)
  if (own.party === null) {
    return reports ? views.codedFiguresIn({ figures, reports }) : views.codedFigures({ figures })
  }
  const party = labelOf(conflict.value.parties, own.party)
  return reports
    ? views.reportedByIn({ figures, party, reports })
    : views.reportedBy({ figures, party })
}

/** `3 killed, 5 wounded`; a figure that no report states is missing, not zero. */
export function figureWords({ killed, wounded }: PartyCasualties): string {
  if (killed.stated + wounded.stated === 0) return views.noFigures()
  return views.figures({ killed: killedWords(killed), wounded: woundedWords(wounded) })
}

/** `3 killed`; `At least 1, up to 3 killed` where some of the reports may be outside the dates. */
function killedWords(toll: Toll): string {
  if (toll.stated === 0) return views.noKilled()
  return toll.atLeast === toll.upTo ? views.killed({ n: toll.upTo }) : views.killedRange(toll)
}

function woundedWords(toll: Toll): string {
  if (toll.stated === 0) return views.noWounded()
  return toll.atLeast === toll.upTo ? views.wounded({ n: toll.upTo }) : views.woundedRange(toll)
}

/** `12 reports state no number; 1 report excluded: its figures must not be added up`. */
export function restWords(own: PartyCasualties): string {
  const silent =
    totalOf(own.silent) > 0
      ? views.silent({ n: totalOf(own.silent), reports: reportsWords(own.silent) })
      : ''
  const excluded =
    totalOf(own.leftOut) > 0
      ? views.excluded({ n: totalOf(own.leftOut), reports: reportsWords(own.leftOut) })
      : ''
  return silent && excluded ? views.silentAndExcluded({ silent, excluded }) : silent || excluded
}
