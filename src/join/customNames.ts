import type { Conflict } from '../model/conflict'
import { normalize } from '../model/normalize'
import type { Place } from '../model/place'

/** The names of a custom area. `name` is empty if it has none. */
export type AreaNames = Pick<Place, 'name' | 'names' | 'otherNames'>

/**
 * English first, as in the gazetteer; then plain names (OpenStreetMap, Natural Earth,
 * geoBoundaries).
 */
const NAMES = 'name_en name:en name shapename title label'.split(' ')
const OTHER_NAMES =
  'name alt_name name_alt old_name official_name int_name loc_name name_local shapeiso'.split(' ')
/** For files with neither a name nor a level. */
const KINDS = 'district rayon raion region province'.split(' ')
/**
 * Administrative levels, the finest first: a file of districts also names the provinces around
 * them.
 */
const LEVELS = [4, 3, 2, 1]
/** What files write for a missing name: GADM `NA`, exports of tables `None` and `<Null>`. */
const MISSING = /^(n\/?a|none|<?null>?|-+)$/i

/** geoBoundaries, OpenStreetMap. */
const ISO_CODES = ['iso_3166_2', 'iso3166-2', 'shapeiso']
const ISO_3166_2 = /^[A-Z]{2}-[A-Z0-9]{1,3}$/

/**
 * Reads the names of an area from the usual properties: `name` and its languages, or those of the
 * finest administrative level in GADM (`NAME_2`, `VARNAME_2`, `NL_NAME_2`) and OCHA (`ADM2_EN`,
 * `ADM2_AZ`, `adm2_name`, `admin2Name`). A code (`ADM2_PCODE`) is another name. Keys match in any
 * case.
 */
export function areaNames(properties: object, languages: Conflict['languages']): AreaNames {
  const texts = textsOf(properties)
  const first = firstOf(texts)
  const level = levelOf(first)
  const name = first([...NAMES, ...namesAt(level), ...KINDS])
  const names = Object.fromEntries(
    languages.slice(1).map(({ id }) => [id, first(keysIn(id, level))]),
  )
  const others = [...OTHER_NAMES, ...namesAt(level), ...otherNamesAt(level), ...codesAt(level)]
    .flatMap((key) => (texts.get(key) ?? '').split(/[|;]/))
    .map((other) => other.trim())
    .filter((other) => other !== '' && other !== name)
  return { name, names, otherNames: [...new Set(others)] }
}

/** The codes by which other tables name an area itself; empty if it has none. */
export function areaCodes(properties: object): { iso_3166_2: string; pcode: string } {
  const first = firstOf(textsOf(properties))
  const iso = first(ISO_CODES)
  return {
    iso_3166_2: ISO_3166_2.test(iso) ? iso : '',
    // Of a coarser level, it is the code of the unit around it.
    pcode: first(codesAt(levelOf(first)).filter((key) => /p_?code$/.test(key) && !/0/.test(key))),
  }
}

/** The finest level that has a name; 0 for files without levels. */
function levelOf(first: (keys: readonly string[]) => string): number {
  return LEVELS.find((level) => first(namesAt(level)) !== '') ?? 0
}

/** The texts of properties by their keys in lower case. */
function textsOf(properties: object): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(properties)) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    if (text !== '' && !MISSING.test(text)) texts.set(key.toLowerCase(), normalize(text, 'NFC'))
  }
  return texts
}

function firstOf(texts: ReadonlyMap<string, string>): (keys: readonly string[]) => string {
  return (keys) => keys.map((key) => texts.get(key)).find((text) => text !== undefined) ?? ''
}

function namesAt(level: number): string[] {
  return [
    `name_${level}`,
    `adm${level}_en`,
    `adm${level}_name`,
    `admin${level}name_en`,
    `admin${level}name`,
  ]
}

function keysIn(language: string, level: number): string[] {
  return [
    `name_${language}`,
    `name:${language}`,
    `adm${level}_${language}`,
    `admin${level}name_${language}`,
  ]
}

function otherNamesAt(level: number): string[] {
  return [`varname_${level}`, `nl_name_${level}`, `adm${level}_name1`, `adm${level}_name2`]
}

/** Codes that reports give in place of names. */
function codesAt(level: number): string[] {
  return [
    `adm${level}_pcode`,
    `admin${level}pcode`,
    `admin${level}_pcode`,
    `gid_${level}`,
    `hasc_${level}`,
    'pcode',
    'p_code',
  ]
}
