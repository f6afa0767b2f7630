import { useRef, useState } from 'preact/hooks'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { fileStem } from '../../export/sliceFileName'
import { problemOf } from '../../issues/problem'
import { problemText } from '../../issues/problemText'
import { open } from '../../messages/compiled/open'
import { mappingFileText, readMappingFile } from '../../read/columns/mappingFile'
import type { Mapping } from '../../read/format'
import { saveFile } from '../shared/downloads'

interface Props {
  /** Of the table. */
  readonly name: string
  readonly header: readonly string[]
  readonly mapping: Mapping
  readonly onLoad: (mapping: Mapping) => void
}

/** Saves what the columns mean as a file, which the command line takes too, and loads one. */
export function ColumnMapFile({ name, header, mapping, onLoad }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const load = async (file: File | undefined) => {
    if (!file) return
    try {
      const read = readMappingFile(await file.text(), header, SHIPPED_CONFLICT)
      onLoad({ ...read, dateOrder: read.dateOrder ?? mapping.dateOrder })
      setSaid('')
    } catch (error) {
      setSaid(problemText(problemOf(error)))
    }
  }
  return (
    <>
      <button
        type="button"
        class="tool"
        onClick={() => {
          const file = new Blob([mappingFileText(mapping)], { type: 'application/json' })
          saveFile(file, `${fileStem([name])}-columns.json`)
        }}
      >
        {open.saveMap()}
      </button>
      <button type="button" class="tool" onClick={() => input.current?.click()}>
        {open.loadMap()}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={open.columnMapFile()}
        onChange={({ currentTarget }) => {
          void load(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <span role="status">{said}</span>
    </>
  )
}
