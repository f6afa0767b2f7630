import { useEffect, useState } from 'preact/hooks'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { open } from '../../messages/compiled/open'
import type { FieldWords } from '../../open/previewReports'
import { valueTerms } from '../../read/columns/valueTerms'
import type { Mapping, ValueField } from '../../read/format'
import { SelectField } from '../shared/SelectField'

interface Props {
  readonly mapping: Mapping
  /** Null while the words are being read: the earlier ones stay. */
  readonly found: readonly FieldWords[] | null
  readonly onChange: (mapping: Mapping) => void
}

/** Matches the words for parties, kinds and weapons to the terms of the dataset. */
export function WordMatches({ mapping, found, onChange }: Props) {
  const [shown, setShown] = useState<readonly FieldWords[]>([])
  useEffect(() => {
    if (found) setShown(found)
  }, [found])
  const setTerm = (field: ValueField, word: string, term: string) => {
    const values = { ...mapping.values, [field]: { ...mapping.values?.[field], [word]: term } }
    onChange({ ...mapping, values })
  }
  return shown.map(({ field, words, more }) => {
    const column = mapping.columns[field]
    if (column === undefined || words.length === 0) return null
    const terms = valueTerms(SHIPPED_CONFLICT)[field]
    const termOf = (word: string, term: string) => mapping.values?.[field]?.[word] ?? term
    const matched = words.filter(({ word, term }) => termOf(word, term) !== '').length
    return (
      <details key={field} class="word-matches" open={matched < words.length}>
        <summary>{open.wordsOf({ column, matched, n: words.length + more })}</summary>
        <div class="mapping">
          {words.map(({ word, n, term }) => (
            <SelectField
              key={word}
              name={open.wordCount({ word, n })}
              value={termOf(word, term)}
              options={[{ id: '', label: open.keptWord() }, ...terms]}
              onChoose={(id) => setTerm(field, word, id)}
            />
          ))}
        </div>
        {more > 0 && <p class="quiet">{open.moreWords({ n: more })}</p>}
      </details>
    )
  })
}
