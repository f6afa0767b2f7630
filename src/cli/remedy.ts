import type { Issue, IssueCode } from '../issues/issue'
import { type Message, wording } from '../messages/message'
import { remedies } from '../messages/remedies'
import { POSITION_PRECISIONS } from '../model/fields'
import type { Tables } from '../model/tables'

type CodeWithRemedy = keyof typeof remedies & IssueCode

/**
 * Codes whose text says what to do, or where nothing can be done. A new code must be here or have a
 * remedy.
 */
const WITHOUT_REMEDY: Readonly<Record<Exclude<IssueCode, CodeWithRemedy>, true>> = {
  aboveHeader: true,
  ambiguousDates: true,
  areaOverlaps: true,
  coordinatesNotNumbers: true,
  coordinatesOutsideDegrees: true,
  differentSource: true,
  featuresNotPoints: true,
  fileNotLoaded: true,
  idChanged: true,
  inMetres: true,
  invalidUtf8: true,
  knownToCountry: true,
  knownToProvince: true,
  knownToRegion: true,
  maybeSwapped: true,
  nameUsed: true,
  noHeader: true,
  noMarker: true,
  noName: true,
  noRecordedAreas: true,
  noSurface: true,
  notCollection: true,
  notDatePrecision: true,
  notGeoPrecision: true,
  notInDistricts: true,
  notJsonObject: true,
  notPoint: true,
  notPolygon: true,
  notReport: true,
  notText: true,
  notTimePrecision: true,
  notViolence: true,
  notWherePrecision: true,
  nulBytes: true,
  oneDayOfSeveral: true,
  oneDayOfUnit: true,
  openRing: true,
  otherCoordinates: true,
  pointWithoutCoordinates: true,
  renamedColumn: true,
  selfCrossing: true,
  shortOutline: true,
  shortRing: true,
  sourceWithoutId: true,
  sourcesNotList: true,
}

/** What to do about an issue, as a clause; empty if there is no remedy. */
export function remedyOf({ code, column }: Pick<Issue, 'code' | 'column'>, tables: Tables): string {
  if (!hasRemedy(code)) return ''
  const ofPlaces = code === 'unknownPlaceKind' || column === 'position_quality'
  const table = ofPlaces ? tables.places : tables.incidents
  const own = column === 'position_precision' ? POSITION_PRECISIONS : []
  const values = table.find(({ name }) => name === column)?.values ?? own
  // Each remedy takes the values of the column, or nothing.
  const message = { code, params: { values: values.join(', ') } } as Message<typeof remedies>
  return wording(remedies, message)
}

function hasRemedy(code: IssueCode): code is CodeWithRemedy {
  return !(code in WITHOUT_REMEDY)
}
