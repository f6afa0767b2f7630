import type { IssueCode, IssueMessage } from '../issues/issue'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { Area } from '../model/place'
import type { Incident } from '../model/report'
import { AreaGroups } from './areaGroups'
import { buildGazetteer } from './gazetteer'
import { listAreas } from './listAreas'
import type { Geography } from './locate'

/** Doubts that a report is in the region: chance, where so many times more reports are elsewhere. */
const DOUBTS: readonly IssueCode[] = ['areaBySound', 'coordinatesSwapped']
const CHANCE = 4

/**
 * Tells, from the reports of a file as they are joined, whether it is of another part of the world
 * than the gazetteer.
 */
export class Whereabouts {
  /** `counted` is what an earlier one had. */
  constructor(
    private readonly geography: Geography,
    readonly counted = { home: 0, doubtful: 0, away: 0 },
  ) {}

  add({ areas, locations, record }: Incident, issues: readonly Pick<IssueMessage, 'code'>[]): void {
    const { counted } = this
    if (counted.home > 0) return
    if (issues.some(({ code }) => DOUBTS.includes(code))) counted.doubtful++
    else if (areas.some((id) => this.geography.areas.has(id))) counted.home++
    else if (locations.some(({ isPoint }) => isPoint)) counted.away++
    else if (areas.length > 0 && (this.isCoded || this.isCountryIn(record))) counted.away++
  }

  /**
   * Coded events of a format whose actors are not those of the conflict: its names of areas are
   * right, and not misspelt, where the gazetteer has none of them.
   */
  private get isCoded(): boolean {
    return this.geography.conflict.columnLabels !== undefined
  }

  private isCountryIn({ areas }: Incident['record']): boolean {
    return areas.some((name) => this.geography.isCountry?.(name))
  }

  /**
   * Reports have points, or areas as a format names them, and none is in an area of the gazetteer,
   * unless by chance.
   */
  get isElsewhere(): boolean {
    const { home, doubtful, away } = this.counted
    const isAway = home === 0 && away > 0 && doubtful * CHANCE <= away
    return isAway && !this.geography.areChosen
  }

  /** The reports are to be joined again, to `nowhereKnown`: some were placed by chance. */
  get isMistaken(): boolean {
    return this.isElsewhere && this.counted.doubtful > 0
  }

  isExpected({ code }: Pick<IssueMessage, 'code'>): boolean {
    return this.isElsewhere && mayBeExpected({ code })
  }

  /** The areas that the reports are counted in, in English alphabetical order. */
  get areas(): Map<AreaId, Area> {
    const { areas, groups } = this.geography
    return listAreas({ areas: this.isElsewhere ? new Map() : areas, groups })
  }
}

/** An issue that says nothing of such a file. */
export function mayBeExpected({ code }: Pick<IssueMessage, 'code'>): boolean {
  return code === 'unknownArea' || code === 'unknownAreaNear'
}

/** For files of other parts of the world: every name is one that only the file knows. */
export function nowhereKnown(conflict: Conflict, groups: readonly Area[] = []): Geography {
  return {
    conflict,
    gazetteer: buildGazetteer([], conflict),
    areas: new Map(),
    groups: new AreaGroups([], groups),
    areaAt: null,
    areChosen: false,
  }
}
