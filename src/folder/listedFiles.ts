import { type Day, formatDay } from '../model/day'
import type { PublishedFile } from '../publish/publishedFolder'
import { gather } from './countedRows'
import type { TableFile } from './tableFile'

const COLUMNS = ['path', 'from', 'to', 'areas', 'rows', 'bytes', 'footer']

/** Reads the list of the files with reports. Rejects with a UserError. */
export async function readReportList(table: TableFile): Promise<readonly PublishedFile[]> {
  const parts = await table.readAll(COLUMNS)
  const files: Record<string, unknown>[] = []
  for (const name of COLUMNS) {
    gather(parts, name, (value, at) => {
      files[at] = { ...files[at], [name]: value }
    })
  }
  return files.map((file) => ({
    path: String(file.path),
    from: formatDay(Number(file.from) as Day),
    to: formatDay(Number(file.to) as Day),
    areas: String(file.areas).split(' ').filter(Boolean),
    rows: Number(file.rows),
    bytes: Number(file.bytes),
    footer: Number(file.footer),
    sha256: '',
  }))
}
