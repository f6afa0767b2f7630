import { UserError } from '../issues/problem'
import type { AreaId } from '../model/ids'
import type { Area } from '../model/place'
import type { PublishedConflict, PublishedFile } from '../publish/publishedFolder'

/** The layout of folders that this program reads. */
const FORMAT = 1
const LISTS = ['languages', 'parties', 'accused', 'kinds', 'files']

/** Checks that JSON is the dataset.json of a published folder. Throws a UserError. */
export function readFolderFile(value: unknown, url: string): PublishedConflict {
  const file = value as Partial<PublishedConflict> | null
  const lists = file as Readonly<Record<string, unknown>> | null
  const hasLists = LISTS.every((name) => Array.isArray(lists?.[name]))
  const { published, firstWindow } = file ?? {}
  const isWhole = Array.isArray(published?.areas) && Array.isArray(published?.facets)
  if (!hasLists || !isWhole || !firstWindow) {
    throw new UserError({ code: 'notFolder', params: { url } })
  }
  if (published.format !== FORMAT) {
    throw new UserError({ code: 'folderNewer', params: { url } })
  }
  return file as PublishedConflict
}

/** The areas of a folder, with what the gazetteer knows of them. */
export function folderAreas(
  { published }: PublishedConflict,
  known: ReadonlyMap<AreaId, Area>,
): Map<AreaId, Area> {
  return new Map(
    published.areas.map(({ id, name }) => {
      const area = known.get(id as AreaId)
      const bare: Area = { id: id as AreaId, name, names: {}, kind: 'district', label: null }
      return [id as AreaId, area ?? bare]
    }),
  )
}

/** The areas that have reports on any date. */
export function areasWithReports(files: readonly PublishedFile[]): ReadonlySet<AreaId> {
  return new Set(files.flatMap(({ areas = [] }) => areas as readonly AreaId[]))
}
