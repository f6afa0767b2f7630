import type { ComponentChildren } from 'preact'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { versionList } from '../../messages/compiled/versionList'
import { formatList } from '../../messages/intl'
import { parseDay } from '../../model/day'
import type { RecordName, TableChanges, Version } from '../../schema/releases'
import { rich } from '../shared/rich'
import { dateWords } from '../shared/words'

interface Props {
  /** The newest first, or the reason why they cannot be listed. */
  readonly versions: readonly Version[] | Error
  /** Address of the map, with the slice that the user came from. */
  readonly map: string
}

const TABLES = ['incidents', 'sources', 'places'] as const
type TableName = (typeof TABLES)[number]

/** What each version of the dataset added, corrected and withdrew, with the reasons. */
export function VersionsPage({ versions, map }: Props) {
  return (
    <main class="versions">
      <p>
        <a href={map}>{versionList.toMap({ title: SHIPPED_CONFLICT.shortTitle })}</a>
      </p>
      <h1>{versionList.heading()}</h1>
      <p>{versionList.intro()}</p>
      {versions instanceof Error ? (
        <p role="alert">{versionList.notListed({ problem: versions.message })}</p>
      ) : (
        versions.map((version) => <VersionEntry key={version.version} version={version} />)
      )}
      {!(versions instanceof Error) && versions.length === 0 && <p>{versionList.none()}</p>}
      <p class="quiet">
        {rich(versionList.asJson(), { file: (path) => <a href={path}>{path}</a> })}
      </p>
    </main>
  )
}

function VersionEntry({ version: { version, released, previous, tables } }: { version: Version }) {
  const day = parseDay(released)
  const date = day === null ? released : dateWords(day)
  const id = `version-${version}`
  const records = TABLES.flatMap((table) => {
    const n = tables[table]?.records
    return n === undefined ? [] : versionList.records({ table, n })
  })
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{versionList.version({ version })}</h2>
      <p>
        {rich(
          previous === null
            ? versionList.first({ date })
            : versionList.compared({ date, previous }),
          { time: (text) => <time dateTime={released}>{text}</time> },
        )}{' '}
        {records.length > 0 && versionList.contents({ records: formatList(records) })}
      </p>
      {previous !== null &&
        TABLES.map((table) => {
          const changes = tables[table]
          return changes && <TableEntry key={table} table={table} changes={changes} />
        })}
    </section>
  )
}

function TableEntry({ table, changes }: { table: TableName; changes: TableChanges }) {
  const { added, corrected, withdrawn } = changes
  return (
    <>
      <h3>{versionList.table({ table })}</h3>
      <Records
        title={versionList.added({ table })}
        count={versionList.addedCount({ n: added.length })}
        records={added}
      />
      <Records
        title={versionList.corrected({ table })}
        count={versionList.correctedCount({ n: corrected.length })}
        records={corrected}
      >
        {({ fields }) => (
          <ul>
            {fields.map((change) => (
              <li key={change.field}>
                {rich(
                  versionList.change({
                    field: change.field,
                    before: change.old,
                    after: change.new,
                  }),
                  {
                    field: (text) => <b>{text}</b>,
                    value: (text) => (text === '' ? <em>{versionList.empty()}</em> : <q>{text}</q>),
                  },
                )}
              </li>
            ))}
          </ul>
        )}
      </Records>
      <Records
        title={versionList.withdrawn({ table })}
        count={versionList.withdrawnCount({ n: withdrawn.length })}
        records={withdrawn}
      >
        {({ reason }) => <p>{reason ? versionList.reason({ reason }) : versionList.noReason()}</p>}
      </Records>
    </>
  )
}

interface RecordsProps<T extends RecordName> {
  readonly title: string
  /** How many there are, in words. */
  readonly count: string
  readonly records: readonly T[]
  readonly children?: (record: T) => ComponentChildren
}

function Records<T extends RecordName>({ title, count, records, children }: RecordsProps<T>) {
  if (records.length === 0) return <p class="quiet">{count}</p>
  return (
    <details open={records.length <= 20}>
      <summary>{count}</summary>
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
