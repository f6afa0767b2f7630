import { colouring, conflict } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import { colouringWords } from '../../query/groupWords'
import { tableUnit } from '../../query/timeSlices'
import { binGroupWords, binWords } from './barWords'
import { hasRecords, tableBins } from './bins'
import { barDatesWords } from './dateLabels'
import { extent } from './visibleRange'

/** The histogram in words, by month or year, for users who do not see it. */
export function MonthTable() {
  if (!hasRecords.value) return null
  const unit = tableUnit(extent.value)
  return (
    <div class="visually-hidden">
      <table>
        <caption>{timeline.months({ unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{timeline.unit({ unit })}</th>
            <th scope="col">{timeline.reports()}</th>
            <th scope="col">{colouringWords(colouring.value, conflict.value)}</th>
          </tr>
        </thead>
        <tbody>
          {tableBins.value.map((bin) => (
            <tr key={bin.range.from}>
              <th scope="row">{barDatesWords(bin.range, unit)}</th>
              <td>{binWords(bin)}</td>
              <td>{binGroupWords(bin, colouring.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
