import { conflict, dataset, emptiness, loaded, missing, slice, unsearched } from '../../app/state'
import { tools } from '../../messages/compiled/tools'
import { summarize } from '../../query/summary/summarize'
import { summaryWords } from './summaryWords'

/** The slice in one sentence, over the map. It is announced with the counts of the panel. */
export function SliceSentence() {
  if (!loaded.value || missing.value !== null || unsearched.value > 0) return null
  const reason = emptiness.value
  return (
    <p class="slice-sentence">
      {reason
        ? tools.noneChosen({ reason })
        : summaryWords(summarize(dataset.value, slice.value), conflict.value)}
    </p>
  )
}
