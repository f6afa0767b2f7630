import { createHash } from 'node:crypto'
import type { ReadRange } from '../../src/folder/rangedFile'
import { datasetFile } from '../../src/publish/datasetFile'
import type { WrittenFile } from '../../src/publish/publishedFolder'
import { writeReports } from '../../src/publish/publishFolder'
import { sortDataset } from '../../src/publish/readReports'
import { isListed, writeReportList } from '../../src/publish/reportList'
import { NOTHING_SORTED, ReportSorter } from '../../src/publish/reportSorter'
import type { Dataset } from '../../src/store/dataset'
import { MemoryDisk } from '../publish/memoryDisk'
import { META } from '../support/fixtures'

/** A dataset as a published folder in memory. */
export function publishedDataset(dataset: Dataset, maxCounts?: number) {
  const disk = new MemoryDisk()
  const sorter = new ReportSorter(disk, NOTHING_SORTED)
  sortDataset(dataset, sorter)
  const { files, ...written } = writeReports(disk, dataset.conflict, sorter, () => {}, maxCounts)
  sorter.remove()
  const describe = (file: WrittenFile) => {
    const bytes = disk.files.get(file.path) ?? new Uint8Array()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ...file, bytes: bytes.length, sha256 }
  }
  const all = files.map(describe)
  const list = describe(writeReportList(disk, all.filter(isListed)))
  const listed = [list, ...all.filter((file) => !isListed(file))]
  const about = {
    info: { ...META, title: 'Some', released: '2026-11-23' },
    program: '1',
    generated: META.generated,
    inputs: [],
    areas: dataset.areas.values(),
  }
  const conflict = datasetFile(dataset.conflict, written, listed, about as never)
  const readRange: ReadRange = async (path, from, to) => {
    const all = disk.files.get(path) ?? new Uint8Array()
    const bytes = all.slice(from, to).buffer
    return { bytes, isWhole: false, total: all.length, version: null }
  }
  return {
    disk,
    conflict,
    readRange,
    frame: { conflict, areas: dataset.areas, span: dataset.span },
  }
}
