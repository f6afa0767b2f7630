import { computed } from '@preact/signals'
import { useState } from 'preact/hooks'
import { sourceTable, supportOf } from '../data/sourceTable'
import { dataset, fails, slice } from '../state'
import type { Count } from '../types'
import { SourceTable } from './SourceTable'
import { countShort, countWords, reportsWords } from './words'

const table = computed(() => sourceTable(dataset.value, slice.value, fails.value))
const FIRST_PUBLISHERS = 8

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
  const { all, single, none } = supportOf(dataset.value, slice.value)
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

function Publishers({ rows }: { readonly rows: (typeof table.value)['publishers'] }) {
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...rows.map(({ reports }) => sum(reports)))
  return (
    <section class="view-part" aria-labelledby="publishers-title">
      <h2 id="publishers-title">Publishers ({rows.length})</h2>
      <table class="publishers">
        <thead>
          <tr>
            <th scope="col">Publisher</th>
            <th scope="col">Pages</th>
            <th scope="col">Reports</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : FIRST_PUBLISHERS).map((row) => (
            <tr key={row.publisher} style={{ '--share': `${(100 * sum(row.reports)) / most}%` }}>
              <th scope="row">{row.publisher}</th>
              <td>{row.pages}</td>
              <td>{countShort(row.reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > FIRST_PUBLISHERS && (
        <button type="button" class="link-button" onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST_PUBLISHERS}` : `Show all ${rows.length} publishers`}
        </button>
      )}
    </section>
  )
}

function sum({ certain, possible }: Count): number {
  return certain + possible
}
