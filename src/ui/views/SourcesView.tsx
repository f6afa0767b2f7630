import { computed } from '@preact/signals'
import { dataset, fails, slice } from '../../app/state'
import type { Count } from '../../query/counts'
import { countSupport, sourceTable } from '../../query/sourceTable'
import { countWords, reportsWords } from '../shared/words'
import { Publishers } from './Publishers'
import { SourceTable } from './SourceTable'

const table = computed(() => sourceTable(dataset.value, slice.value, fails.value))

/** The pages that the slice rests on: how many a report has, who published them, and each of them. */
export function SourcesView() {
  const { sources, publishers } = table.value
  return (
    <div class="view">
      <Support />
      {sources.length > 0 && (
        <>
          <Publishers rows={publishers} />
          <SourceTable rows={sources} />
        </>
      )}
    </div>
  )
}

function Support() {
  const { all, single, none } = countSupport(dataset.value, slice.value)
  const total = sum(all)
  if (total === 0) return <p class="view-part quiet">No reports on file for what is chosen.</p>
  return (
    <section class="view-part" aria-labelledby="support-title">
      <h2 id="support-title">What the reports rest on</h2>
      <p>
        <strong>{countWords(single)}</strong> of {reportsWords(all)}{' '}
        {sum(single) === 1 ? 'rests' : 'rest'} on a single page
        {sum(none) > 0
          ? `, ${countWords(none)} on no source on file`
          : '; none is without a source'}
        .
      </p>
      <div class="share" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * sum(single)) / total}%` }} />
      </div>
    </section>
  )
}

function sum({ certain, possible }: Count): number {
  return certain + possible
}
