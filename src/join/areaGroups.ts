import { fold } from '../model/fold'
import { freeNames } from '../model/freeNames'
import type { AreaId } from '../model/ids'
import type { Area } from '../model/place'
import { NOT_LOCATED } from '../model/vocabulary'

/** A file that names more areas than this has something else in their column. */
const MAX_GROUPS = 4000
/** Where the reports of all further ones are counted. */
const REST = 'Other named places'

/**
 * Areas that a file names and the gazetteer does not have: reports are counted in them, but they
 * have no place on the map.
 */
export class AreaGroups {
  private readonly byName = new Map<string, Area>()
  private readonly freeId: (wanted: string) => string

  /** `given` are those found before, `known` the areas of the gazetteer. */
  constructor(known: Iterable<AreaId>, given: readonly Area[] = []) {
    const taken = [...known, NOT_LOCATED, ...given.map(({ id }) => id)]
    this.freeId = freeNames((id, next) => `${id}-${next}`, taken)
    for (const area of given) this.byName.set(keyOf(area.name), area)
  }

  /** The group of that name, in any case, with or without accents. */
  find(name: string): Area {
    const known = this.byName.get(keyOf(name))
    if (known) return known
    if (this.byName.size >= MAX_GROUPS && name !== REST) return this.find(REST)
    const id = this.freeId(slugOf(name))
    const area: Area = { id: id as AreaId, name, names: {}, kind: 'district', label: null }
    this.byName.set(keyOf(name), area)
    return area
  }

  get list(): readonly Area[] {
    return [...this.byName.values()]
  }
}

function keyOf(name: string): string {
  return fold(name) || name
}

/** Letters of any script, so that names in none of ours have ids of their own. */
function slugOf(name: string): string {
  return fold(name).replaceAll(' ', '-') || 'area'
}
