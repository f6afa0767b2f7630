import { reading } from '../../app/state'
import { unreadIn, unreadReports } from '../../app/unread'
import { list } from '../../messages/compiled/list'
import type { AreaId } from '../../model/ids'
import { bytesWords } from '../open/bytesWords'

const follow = () => import('../../app/followFolder')

/**
 * Says how many reports of a published folder were counted but not read, and reads them: those of
 * the slice, or of it in an area.
 */
export function UnreadReports({ area }: { readonly area?: AreaId }) {
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
  const unread = area === undefined ? unreadReports.value : unreadIn(area)
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
          onClick={async () => (await follow()).readReports(unread.query)}
        >
          {list.readReports({ size: bytesWords(unread.bytes) })}
        </button>
      )}
    </div>
  )
}
