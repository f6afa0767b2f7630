import { useEffect, useState } from 'preact/hooks'
import { openKept, showShipped, useShippedOutlines } from '../../app/openFile'
import { boundariesKey, dataKey } from '../../app/state'
import { type KeptEntry, listKept, removeKept } from '../../files/fileStore'
import { grouped } from '../shared/words'
import { bytesWords } from './bytesWords'

/** What this browser keeps, with the ways to open it again and to take it out. */
export function KeptFiles() {
  const [entries, setEntries] = useState<readonly KeptEntry[]>([])
  const [said, setSaid] = useState('')
  const [room, setRoom] = useState('')
  // Opening a file adds to the list.
  const [data, outlines] = [dataKey.value, boundariesKey.value]
  useEffect(() => {
    void listKept().then(setEntries)
    void roomWords().then(setRoom)
  }, [data, outlines])
  const remove = async (entry: KeptEntry) => {
    try {
      await removeKept(entry.id)
    } catch {
      setSaid(`${nameOf(entry)} could not be removed. Close other tabs of this page and try again.`)
      return
    }
    setEntries(await listKept())
    setSaid(`${nameOf(entry)} is removed from this browser.`)
    const key = `browser:${entry.id}`
    if (key === dataKey.value) await showShipped()
    if (key === boundariesKey.value) await useShippedOutlines()
  }
  return (
    <section aria-labelledby="kept-title">
      <h3 id="kept-title">Kept in this browser</h3>
      {entries.length === 0 ? (
        <p class="quiet">Nothing yet. Files that you open stay here until you remove them.</p>
      ) : (
        <ul class="kept">
          {entries.map((entry) => (
            <li key={entry.id}>
              <span class="kept-name">{nameOf(entry)}</span>
              <span class="quiet kept-facts">
                {grouped(entry.rows)} {entry.kind === 'areas' ? 'districts' : 'reports'},{' '}
                {bytesWords(entry.bytes)}, opened{' '}
                {new Date(entry.opened).toLocaleString('en-GB', WHEN)}
              </span>
              <button
                type="button"
                class="link-button"
                aria-label={`Open ${nameOf(entry)}`}
                onClick={() => void openKept(entry.id)}
              >
                Open
              </button>
              <button
                type="button"
                class="link-button"
                aria-label={`Remove ${nameOf(entry)}`}
                onClick={() => void remove(entry)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet" role="status">
        {said}
      </p>
      {room !== '' && <p class="quiet">{room}</p>}
    </section>
  )
}

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const

function nameOf({ names }: KeptEntry): string {
  return names.join(', ')
}

/** What the browser says of the room that this site has; empty where it does not say. */
async function roomWords(): Promise<string> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    if (usage === undefined || quota === undefined) return ''
    return `This site uses ${bytesWords(usage)} of the ${bytesWords(quota)} that the browser gives it.`
  } catch {
    return ''
  }
}
