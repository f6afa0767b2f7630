import { reading } from '../../app/state'
import { queryOfSlice, unreadReports } from '../../app/unread'
import { list } from '../../messages/compiled/list'
import { bytesWords } from '../open/bytesWords'

const follow = () => import('../../app/followFolder')

/** Says which reports of a published folder were counted but not read, and reads them. */
export function UnreadReports() {
  const { kind, bytes, total } = reading.value ?? {}
  if (kind === 'reports') {
    const words = list.readingReports({
      read: bytesWords(bytes ?? 0),
      total: bytesWords(total ?? 0),
    })
    return (
      <div class="unread">
        <p role="status">{words}</p>
        <progress aria-label={list.readProgress()} max={total ?? 1} value={bytes} />
        <button type="button" class="tool" onClick={async () => (await follow()).stopReports()}>
          {list.stopReading()}
        </button>
      </div>
    )
  }
  const unread = unreadReports.value
  if (!unread) return null
  const { count, needs, isTooLong } = unread
  return (
    <div class="unread">
      <p>{needs.length > 0 ? list.unjudged({ count }) : list.unread({ count })}</p>
      {isTooLong ? (
        <p>{list.tooManyUnread()}</p>
      ) : (
        <button
          type="button"
          class="tool"
          disabled={kind !== undefined}
          onClick={async () => (await follow()).readReports(queryOfSlice.value)}
        >
          {list.readReports({ size: bytesWords(unread.bytes) })}
        </button>
      )}
    </div>
  )
}
