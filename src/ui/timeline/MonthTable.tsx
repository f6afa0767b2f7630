import { colouring, conflict } from '../../app/state'
import { timeline } from '../../messages/timeline'
import { sumGroups } from '../../query/groups'
import { colouringWords } from '../../query/groupWords'
import { monthWords } from '../shared/words'
import { binGroupWords, filedWords } from './barWords'
import { hasRecords, monthBins } from './bins'

/** The histogram in words, month by month, for users who do not see it. */
export function MonthTable() {
  if (!hasRecords.value) return null
  return (
    <div class="visually-hidden">
      <table>
        <caption>{timeline.months()}</caption>
        <thead>
          <tr>
            <th scope="col">{timeline.month()}</th>
            <th scope="col">{timeline.reports()}</th>
            <th scope="col">{colouringWords(colouring.value, conflict.value)}</th>
          </tr>
        </thead>
        <tbody>
          {monthBins.value.map((bin) => (
            <tr key={bin.range.from}>
              <th scope="row">{monthWords(bin.range.from)}</th>
              <td>{filedWords(sumGroups(bin), bin.onFile)}</td>
              <td>{binGroupWords(bin, colouring.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
