import { unreadReports } from '../../app/unread'
import { exporting } from '../../messages/compiled/exporting'
import { bytesWords } from '../open/bytesWords'
import type { ExportId } from '../shared/downloads'

/** Exports that counts are enough for. */
const COUNTED: readonly ExportId[] = ['districts', 'counts']

/** What an export of the slice has to fetch first, in words; empty where that is nothing. */
export function fetchWords(): string {
  const unread = unreadReports.value
  if (!unread) return ''
  return unread.isTooLong
    ? exporting.tooManyUnread()
    : exporting.fetches({ size: bytesWords(unread.bytes) })
}

/** Reads what an export needs of a published folder. Returns why it could not; empty otherwise. */
export async function readForExport(id: ExportId): Promise<string> {
  if (COUNTED.includes(id) || !unreadReports.value) return ''
  if (unreadReports.value.isTooLong) return exporting.tooManyUnread()
  const { readReports } = await import('../../app/followFolder')
  const isRead = await readReports(unreadReports.value.query)
  return isRead && !unreadReports.value ? '' : exporting.notAllRead()
}
