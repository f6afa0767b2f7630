import { wholeSlice } from '../../app/state'
import { totalOf } from '../../query/classes'
import type { Facets } from '../../query/counts'

/** Whether reports in these dates have a value, whatever the filters. */
export function isOnFile(facet: keyof Facets, id: string): boolean {
  const count = wholeSlice.value.facets[facet].get(id)
  return count !== undefined && totalOf(count) > 0
}

interface Props {
  readonly words: string
  /** Whether reports are on file that the filters leave out. */
  readonly isOnFile?: boolean
}

/** A dash for the eye where no report is on file, and words for those who listen; else 0. */
export function NoReports({ words, isOnFile = false }: Props) {
  if (isOnFile) return 0
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{words}</span>
    </>
  )
}
