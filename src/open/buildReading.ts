import type { Issue } from '../issues/issue'
import { AreaGroups } from '../join/areaGroups'
import type { Geography } from '../join/locate'
import { nowhereKnown } from '../join/whereabouts'
import { memoizeText } from '../model/memoize'
import type { OwnVocabulary } from '../model/own/ownVocabulary'
import type { Source } from '../model/source'
import { readActorRows } from '../read/events/actorRows'
import type { ReportsTable } from '../read/format'
import { findTranslator } from '../read/translators'
import type { Reading } from './fileRows'
import type { ImportedReports } from './importReports'

/** A file of reports, as plain values. */
export interface ReportsFile extends ReportsTable {
  readonly name: string
  /** Those of a sources file or of an export; null where the rows have their own. */
  readonly sources: readonly Source[] | null
  /** Those of the file as a whole, and of its sources. */
  readonly issues: readonly Issue[]
}

/** How to read the rows of a file again. */
export interface OpenedFile extends ReportsFile {
  /** Null where its words are those of the conflict. */
  readonly vocabulary: OwnVocabulary | null
}

/** What the rows of an opened file are read with; again, with the areas that were found in them. */
export function buildReading(
  file: OpenedFile,
  known: Geography,
  found?: Pick<ImportedReports, 'groups' | 'isElsewhere'>,
): Reading {
  const { table, format, mapping, dateOrder, vocabulary, sources, name } = file
  const groups = new AreaGroups(known.areas.keys(), found?.groups)
  const geography = found?.isElsewhere
    ? nowhereKnown(known.conflict, found.groups)
    : { ...known, groups }
  const { conflict, gazetteer } = geography
  const own = vocabulary && { ...conflict, ...vocabulary }
  const hints = {
    ...{ conflict, own, mapping, dateOrder },
    actorsOf: readActorRows(table),
    isArea: memoizeText((name) => gazetteer.area(name) !== null),
    isAreaCode: memoizeText((code) => {
      const match = gazetteer.area(code)
      return match !== null && match.soundsLike === undefined
    }),
    isSettlement: memoizeText((name) => gazetteer.named(name)[0]?.kind === 'settlement'),
  }
  return {
    table,
    translator: findTranslator(format, table.header, hints),
    geography: { ...geography, conflict: own ?? conflict },
    listed:
      format === 'contactline'
        ? new Map((sources ?? []).map((source) => [source.id, source]))
        : null,
    file: name,
  }
}
