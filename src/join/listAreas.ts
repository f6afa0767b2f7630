import type { AreaId } from '../model/ids'
import type { Area, Place, PlaceKind } from '../model/place'
import type { Geography } from './locate'

const AREA_KINDS: readonly PlaceKind[] = ['district', 'province', 'city']

/** Districts, provinces and cities of the gazetteer, in English alphabetical order. */
export function buildAreas(places: readonly Place[]): Map<AreaId, Area> {
  return inOrder(
    places
      .filter(({ kind }) => AREA_KINDS.includes(kind))
      .map(({ id, name, names, kind, position }): Area => {
        return { id: id as string as AreaId, name, names, kind, label: position }
      }),
  )
}

/** The areas that reports can be counted in: those of the gazetteer, and the file's own. */
export function listAreas({ areas, groups }: Pick<Geography, 'areas' | 'groups'>) {
  return inOrder([...areas.values(), ...groups.list])
}

function inOrder(areas: Area[]): Map<AreaId, Area> {
  return new Map(areas.sort((a, b) => compare(a.name, b.name)).map((area) => [area.id, area]))
}

/** Code-unit order: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
