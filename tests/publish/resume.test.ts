import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildGeography } from '../../src/join/geography'
import { rowReportLine } from '../../src/open/rowReport'
import { chunkedFile, chunkedVocabulary } from '../../src/publish/chunkedFile'
import { writeReports } from '../../src/publish/publishFolder'
import {
  NOTHING_READ,
  type ReadState,
  readReports,
  sortDataset,
} from '../../src/publish/readReports'
import { NOTHING_SORTED, ReportSorter } from '../../src/publish/reportSorter'
import { ucdpLikeCsv } from '../bench/ucdp'
import { runs } from '../propertyRuns'
import { openReports, textFile, WORLD } from '../support/open'
import { MemoryDisk, memorySource } from './memoryDisk'
import { readTable } from './readFolder'

const ROWS = 40
const LINES = [...ucdpLikeCsv(ROWS)]
/** With rows that cannot be read, repeat an id, have quotes that do not close, or are blank. */
const HARM: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => line + line,
  (line) => line.replace('"', '""",'),
  (line) => line.replaceAll(/20\d\d-\d\d-\d\d 00:00:00.000/g, 'never'),
  (line) => line.replace(/"[^"]*"/, '"two\nlines, ""quoted"""'),
  (line) => `${line}\n,,,\n`,
  (line) => line.replace('\n', '\r\n').replace('Azerbaijan', 'Şuşa'),
]
const someText = fc
  .array(fc.nat(HARM.length - 1), { minLength: ROWS, maxLength: ROWS })
  .map((harms) =>
    LINES.map((line, at) => (at === 0 ? line : HARM[harms[at] ?? 0]?.(line))).join(''),
  )

/** Publishes a text chunk by chunk, from what is on the disk. */
async function publish(text: string, disk: MemoryDisk, chunkBytes: number) {
  const file = await chunkedFile(memorySource(new TextEncoder().encode(text)), 'file.csv', () => {
    throw new Error('it is of a known format')
  })
  if (!file) throw new Error('it is to be read whole')
  const vocabulary = chunkedVocabulary([file], WORLD.conflict, chunkBytes, () => {})
  const encode = (state: ReadState) => new TextEncoder().encode(JSON.stringify(state))
  const saved = disk.files.get('state')
  const reader = {
    ...{ disk, chunkBytes, runBytes: 8000, geography: buildGeography(WORLD) },
    save: (state: ReadState) => disk.replace('state', encode(state)),
    onProgress: () => {},
  }
  const from = saved ? (JSON.parse(new TextDecoder().decode(saved)) as ReadState) : NOTHING_READ
  const opened = { ...file, opened: { ...file.opened, vocabulary } }
  const { sorter, state } = readReports([opened], reader, from)
  writeReports(disk, { ...WORLD.conflict, ...vocabulary }, sorter, () => {})
  disk.remove('state')
  sorter.remove()
  return state
}

test('a report keeps its own point where another one is nearer than a metre', async () => {
  const [header = '', first = ''] = LINES
  const at = (id: number, lat: string) =>
    first
      .replace(/^\d+/, String(id))
      .replace(/\d+\.\d{6},\d+\.\d{6},POINT/, `${lat},46.65,POINT`)
      .replace(/,\d,"([^"]* village)/, ',1,"$1')
      .replace(/"\w+ district"/, '"Shusha district"')
  const text = [header, at(1, '39.710001'), at(2, '39.710002')].join('')
  const { dataset } = await openReports([textFile(text)])
  const disk = new MemoryDisk()
  const sorter = new ReportSorter(disk, NOTHING_SORTED)
  sortDataset(dataset, sorter)
  const { files } = writeReports(disk, dataset.conflict, sorter, () => {})
  const path = files.find(({ areas }) => areas)?.path ?? ''
  const rows = await readTable(disk, path.replace('.texts', ''))
  expect(rows.map(({ lat }) => lat)).toEqual([39.710001, 39.710002])
})

test('chunks of a file give the folder of the whole, also after any number of breaks', async () => {
  await fc.assert(
    fc.asyncProperty(
      someText,
      fc.integer({ min: 500, max: 8000 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
      async (text, chunkBytes, breaks) => {
        const disk = new MemoryDisk()
        for (const writes of breaks) {
          disk.writesLeft = writes
          await publish(text, disk, chunkBytes).catch(() => {})
        }
        disk.writesLeft = Number.POSITIVE_INFINITY
        await publish(text, disk, chunkBytes)

        const { dataset, rows } = await openReports([textFile(text)])
        const whole = new MemoryDisk()
        const sorter = new ReportSorter(whole, NOTHING_SORTED)
        sortDataset(dataset, sorter)
        const rejected = rows.filter(({ outcome }) => outcome === 'refused')
        for (const [at, row] of rejected.entries()) sorter.reject(at, rowReportLine(row))
        writeReports(whole, dataset.conflict, sorter, () => {})
        sorter.remove()
        expect([...disk.files.keys()].toSorted()).toEqual([...whole.files.keys()].toSorted())
        const read = ({ files }: MemoryDisk) => new TextDecoder().decode(files.get('rejected.csv'))
        expect(read(disk)).toBe(read(whole))
        for (const [path, bytes] of whole.files) {
          expect([path, Buffer.compare(disk.files.get(path) ?? bytes, bytes)]).toEqual([path, 0])
        }
      },
    ),
    { numRuns: runs(25), endOnFailure: true },
  )
})
