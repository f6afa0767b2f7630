import { open } from '../../messages/compiled/open'
import { formatSeries } from '../../messages/intl'
import type { Preview } from '../../open/previewReports'

const OUTCOMES = [
  ...(['placed', 'placeUnknown', 'withoutPlace', 'dateUnreadable', 'rejected'] as const),
]

/** What the rows of a table become if it is opened; null while they are read. */
export function outcomeWords(preview: Preview | null): string {
  if (!preview) return open.previewing()
  const { rows, isWhole, numbering } = preview
  const given = OUTCOMES.filter((outcome) => preview[outcome] > 0 || outcome === 'placed')
  const outcomes = formatSeries(
    given.map((outcome) => open.previewOutcome({ outcome, n: preview[outcome] })),
  )
  const params = { n: rows, numbering, outcomes }
  return isWhole ? open.preview(params) : open.previewOfFirst(params)
}
