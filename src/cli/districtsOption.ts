import { UserError } from '../issues/problem'
import { readCustomAreas } from '../join/customAreas'
import { chosenGeography } from '../join/geography'
import type { Conflict } from '../model/conflict'
import type { Place } from '../model/place'
import { buildTables } from '../model/tables'
import { EXIT, Failure } from './failure'
import { failureOf, type Given, readGiven } from './givenFiles'

/** The districts of --districts, or those given together with reports; null where there are none. */
export async function findChosen(
  given: readonly Given[],
  path: string | undefined,
  shipped: readonly Place[],
  conflict: Conflict,
) {
  const named = path === undefined ? [] : await readGiven([path], buildTables(conflict), null)
  const [areas, ...others] = [...named, ...given].filter((file) => file.kind === 'areas')
  if (path !== undefined && !named.some(({ kind }) => kind === 'areas')) {
    throw new Failure(EXIT.dataErrors, { code: 'outlinesWanted', params: { name: path } })
  }
  if (!areas) return null
  const { file: name, found } = areas
  if (given.length > 0 && given.every(({ kind }) => kind === 'areas')) {
    throw new Failure(EXIT.dataErrors, { code: 'outlinesGiven', params: { name } })
  }
  try {
    if (others.length > 0) throw new UserError({ code: 'manyOutlineFiles' })
    const own = readCustomAreas(found.collection, name, conflict)
    return { ...chosenGeography(own, shipped, conflict), issues: own.issues }
  } catch (error) {
    throw failureOf(name, error)
  }
}
