import { issueText } from '../../issues/issueText'
import { open } from '../../messages/compiled/open'
import { formatNumber } from '../../messages/intl'
import type { Reason } from '../../open/reasons'

/** Why rows were rejected or noted, each with how many and the first. */
export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul class="data-reasons">
      {reasons.map((reason, index) => (
        <li key={index} class={reason.severity === 'error' ? 'data-error' : undefined}>
          <strong>{formatNumber(reason.rows)}</strong>
          <span>
            {issueText(reason)}{' '}
            <span class="quiet">{open.firstInRow({ row: String(reason.first) })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
