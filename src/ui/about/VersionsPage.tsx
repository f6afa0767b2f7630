import type { ComponentChildren } from 'preact'
import { parseDay } from '../../model/day'
import type { RecordName, TableChanges, Version } from '../../schema/releases'
import { dateWords } from '../shared/words'

interface Props {
  /** The newest first, or why there are none to show. */
  readonly versions: readonly Version[] | Error
  /** Where the map is, with the slice that the reader came from. */
  readonly map: string
}

const TABLES = [
  { name: 'incidents', title: 'Reports', counted: 'reports' },
  { name: 'sources', title: 'Sources', counted: 'sources' },
  { name: 'places', title: 'Places', counted: 'places' },
] as const

/** What each version of the dataset added, corrected and withdrew, with the reasons. */
export function VersionsPage({ versions, map }: Props) {
  return (
    <main class="versions">
      <p>
        <a href={map}>Contactline: the map</a>
      </p>
      <h1>Versions of the dataset</h1>
      <p>
        Each version is compared with the one before it, record by record and field by field. In a
        version number the first part grows when columns or their meaning change, the second with
        new reports, the last with corrections. The id of a record is never used again.
      </p>
      {versions instanceof Error ? (
        <p role="alert">The versions cannot be listed. {versions.message}</p>
      ) : (
        versions.map((version) => <VersionEntry key={version.version} version={version} />)
      )}
      {!(versions instanceof Error) && versions.length === 0 && <p>No version is on the list.</p>}
      <p class="quiet">
        The same as JSON: <a href="data/versions.json">data/versions.json</a>.
      </p>
    </main>
  )
}

function VersionEntry({ version: { version, released, previous, tables } }: { version: Version }) {
  const day = parseDay(released)
  const id = `version-${version}`
  const holds = TABLES.flatMap(({ name, counted }) =>
    tables[name] ? [`${tables[name].records} ${counted}`] : [],
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Version {version}</h2>
      <p>
        <time dateTime={released}>{day === null ? released : dateWords(day)}</time>.{' '}
        {previous === null ? 'The first version.' : `Compared with version ${previous}.`}{' '}
        {holds.length > 0 && `It holds ${holds.join(', ')}.`}
      </p>
      {previous !== null &&
        TABLES.map(({ name, title }) => {
          const changes = tables[name]
          return changes && <TableEntry key={name} title={title} changes={changes} />
        })}
    </section>
  )
}

function TableEntry({ title, changes }: { title: string; changes: TableChanges }) {
  const { added, corrected, withdrawn } = changes
  return (
    <>
      <h3>{title}</h3>
      <Records title={`${title} added`} words="added" records={added} />
      <Records title={`${title} corrected`} words="corrected" records={corrected}>
        {({ fields }) => (
          <ul>
            {fields.map((change) => (
              <li key={change.field}>
                <b>{change.field}</b>: <Value of={change.old} /> is now <Value of={change.new} />
              </li>
            ))}
          </ul>
        )}
      </Records>
      <Records title={`${title} withdrawn`} words="withdrawn" records={withdrawn}>
        {({ reason }) => <p>Withdrawn: {reason || 'no reason on file'}</p>}
      </Records>
    </>
  )
}

interface RecordsProps<T extends RecordName> {
  readonly title: string
  readonly words: string
  readonly records: readonly T[]
  readonly children?: (record: T) => ComponentChildren
}

function Records<T extends RecordName>({ title, words, records, children }: RecordsProps<T>) {
  if (records.length === 0) return <p class="quiet">None {words}.</p>
  return (
    <details open={records.length <= 20}>
      <summary>
        {records.length} {words}
      </summary>
      <ul aria-label={title}>
        {records.map((record) => (
          <li key={record.id}>
            <code>{record.id}</code> {record.about}
            {children?.(record)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Value({ of }: { of: string }) {
  return of === '' ? <em>empty</em> : <q>{of}</q>
}
