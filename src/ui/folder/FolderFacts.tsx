import { folder, info, parts } from '../../app/state'
import { NOT_STATED_VERSION } from '../../export/provenance'
import { about } from '../../messages/compiled/about'
import { formatList } from '../../messages/intl'
import { parseDay } from '../../model/day'
import { bytesWords } from '../open/bytesWords'
import { rich } from '../shared/rich'
import { dayWords, rangeWords } from '../shared/words'

/** What a published folder holds, what was left out of it, and what was read of it so far. */
export function FolderFacts() {
  const [{ folder: file } = {}] = parts.value
  if (!folder.value || !file) return null
  const { frame, read, covered } = folder.value
  const { published } = frame.conflict
  const { reports, rejected, inputs } = published
  const day = parseDay(published.generated.slice(0, 10))
  const { licence, attribution, version } = info.value
  return (
    <>
      <p>
        {rich(
          about.folder({
            n: reports,
            dates: frame.span ? rangeWords(frame.span) : '',
            size: bytesWords(file.bytes),
            date: day === null ? published.generated : dayWords(day),
            inputs: formatList(inputs.map(({ name }) => name)),
            rejected,
          }),
          { list: (text) => <a href={addressOf('rejected.csv', file.key)}>{text}</a> },
        )}
      </p>
      <p>
        {about.folderRead({
          read: read?.dataset.columns.length ?? 0,
          days: formatList(covered.map(rangeWords)),
        })}
      </p>
      {version !== NOT_STATED_VERSION && (
        <p>{about.folderLicence({ version, licence, attribution })}</p>
      )}
    </>
  )
}

/** A file of the folder. */
function addressOf(path: string, key: string | null): string {
  return new URL(path, new URL(key ?? '', document.baseURI)).href
}
