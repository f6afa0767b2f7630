import { useEffect, useState } from 'preact/hooks'
import { openKept, useShippedOutlines } from '../../app/openFile'
import { openParts, removePart } from '../../app/shownParts'
import { boundariesKey, dataKey } from '../../app/state'
import { type KeptEntry, listKept, removeKept } from '../../files/fileStore'
import { open } from '../../messages/compiled/open'
import { perLanguage } from '../../messages/intl'
import { LinkButton } from '../shared/LinkButton'
import { bytesWords } from './bytesWords'

/** Files stored in this browser, with buttons to open and remove them. */
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
      setSaid(open.notRemoved({ name: nameOf(entry) }))
      return
    }
    setEntries(await listKept())
    setSaid(open.removed({ name: nameOf(entry) }))
    const key = `browser:${entry.id}`
    const part = openParts().find(({ opened }) => opened?.file.key === key)
    if (part) await removePart(part.id)
    if (key === boundariesKey.value) await useShippedOutlines()
  }
  return (
    <section aria-labelledby="kept-title">
      <h3 id="kept-title">{open.stored()}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{open.noneStored()}</p>
      ) : (
        <ul class="kept">
          {entries.map((entry) => (
            <li key={entry.id}>
              <span class="kept-name">{nameOf(entry)}</span>
              <span class="quiet kept-facts">{factsOf(entry)}</span>
              <LinkButton
                aria-label={open.openStored({ name: nameOf(entry) })}
                onClick={() => void openKept(entry.id)}
              >
                {open.open()}
              </LinkButton>
              <LinkButton
                aria-label={open.removeStored({ name: nameOf(entry) })}
                onClick={() => void remove(entry)}
              >
                {open.remove()}
              </LinkButton>
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

const moments = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
)

function nameOf({ names }: KeptEntry): string {
  return names.join(', ')
}

function factsOf({ kind, rows, bytes, opened }: KeptEntry): string {
  const facts = { n: rows, size: bytesWords(bytes), when: moments().format(opened) }
  return kind === 'areas' ? open.storedDistricts(facts) : open.storedReports(facts)
}

/** How much space the browser gives this site; empty if it does not say. */
async function roomWords(): Promise<string> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    if (usage === undefined || quota === undefined) return ''
    return open.room({ used: bytesWords(usage), quota: bytesWords(quota) })
  } catch {
    return ''
  }
}
