import { commandLine } from '../messages/compiled/commandLine'
import { type Conflict, formatZone } from '../model/conflict'
import { facetValues, isSingleChoice, OPTION_FACETS, type OptionFacet } from '../model/facets'

/** Breaks a list before it is wider than a terminal. */
const LONG_LIST = /(.{50,70},) /g

/** The commands, in the order of help. */
export type CommandName =
  | ('check' | 'join' | 'export' | 'stats')
  | ('overlap' | 'diff' | 'publish' | 'sql')

/** The text of `contactline --help`, or the help of one command, with the words of the conflict. */
export function helpText(conflict: Conflict, command?: CommandName): string {
  const common = commandLine.helpCommon()
  const exits = commandLine.helpExits()
  const { from, to } = conflict.firstWindow
  const [first, second = first] = conflict.parties
  const examples = {
    from,
    to,
    area: exampleAreas(conflict),
    by: first?.id ?? '',
    side: second?.id ?? '',
    kind: conflict.kinds[0]?.id ?? '',
  }
  const blocks = { common, exits, files: commandLine.helpFiles() }
  switch (command) {
    case undefined:
      return commandLine.help({ common, exits, subject: conflict.subject, ...examples })
    case 'check':
      return commandLine.helpCheck(blocks)
    case 'join':
      return commandLine.helpJoin(blocks)
    case 'export':
      return commandLine.helpExport({ ...blocks, ...examples, slice: sliceHelp(conflict) })
    case 'stats':
      return commandLine.helpStats({ ...blocks, ...examples, slice: sliceHelp(conflict) })
    case 'overlap':
      return commandLine.helpOverlap({ ...blocks, ...examples, slice: sliceHelp(conflict) })
    case 'diff':
      return commandLine.helpDiff({ common, exits })
    case 'publish':
      return commandLine.helpPublish(blocks)
    case 'sql':
      return commandLine.helpSql(blocks)
  }
}

function sliceHelp(conflict: Conflict): string {
  const facets = OPTION_FACETS.map((key) => facetHelp(key, conflict)).join('\n')
  const { from } = conflict.firstWindow
  return commandLine.helpSlice({ zone: formatZone(conflict), day: from, facets })
}

function facetHelp(key: OptionFacet, conflict: Conflict): string {
  const isId = key === 'area' || key === 'source' || isSingleChoice(key)
  const values = isId
    ? exampleAreas(conflict)
    : facetValues(key, conflict)
        .join(', ')
        .replace(LONG_LIST, `$1\n${' '.repeat(25)}`)
  const option = isSingleChoice(key) ? `--${key} yes|no` : `--${key} IDS`
  return `  ${option.padEnd(22)} ${commandLine.helpFacet({ facet: key, values })}`
}

function exampleAreas({ focus }: Conflict): string {
  return focus.slice(0, 2).join(',')
}
