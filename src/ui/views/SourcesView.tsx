import { computed } from '@preact/signals'
import { dataset, fails, listed, slice } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { totalOf } from '../../query/classes'
import { countSupport, sourceTable } from '../../query/sourceTable'
import { rich } from '../shared/rich'
import { countWords, reportsWords } from '../shared/words'
import { Publishers } from './Publishers'
import { SourceTable } from './SourceTable'

const table = computed(() => sourceTable(dataset.value, slice.value, fails.value))

/** What the slice is based on: pages per report, publishers, and each page. */
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
  const { all, single, none } = countSupport(dataset.value, listed.value)
  const total = totalOf(all)
  if (total === 0) return <p class="view-part quiet">{views.noneChosen()}</p>
  const values = { n: totalOf(single), single: countWords(single), reports: reportsWords(all) }
  return (
    <section class="view-part" aria-labelledby="support-title">
      <h2 id="support-title">{views.sources()}</h2>
      <p>
        {rich(
          totalOf(none) > 0
            ? views.supportWithNone({ ...values, none: countWords(none) })
            : views.support(values),
          { count: (text) => <strong>{text}</strong> },
        )}
      </p>
      <div class="share" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * totalOf(single)) / total}%` }} />
      </div>
    </section>
  )
}
