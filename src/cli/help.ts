import { commandLine } from '../messages/commandLine'
import { FILTER_IDS } from '../query/filterValues'

/** The commands, in the order of help. */
export type CommandName = 'check' | 'join' | 'export' | 'stats' | 'diff'

/** What `contactline --help` shows, or the help of one command. */
export function helpText(command?: CommandName): string {
  const common = commandLine.helpCommon()
  const exits = commandLine.helpExits()
  const blocks = { common, exits, files: commandLine.helpFiles() }
  switch (command) {
    case undefined:
      return commandLine.help({ common, exits })
    case 'check':
      return commandLine.helpCheck(blocks)
    case 'join':
      return commandLine.helpJoin(blocks)
    case 'export':
      return commandLine.helpExport({ ...blocks, slice: sliceHelp() })
    case 'stats':
      return commandLine.helpStats({ ...blocks, slice: sliceHelp() })
    case 'diff':
      return commandLine.helpDiff({ common, exits })
  }
}

function sliceHelp(): string {
  const { by, accused, kind, placement, agreement } = FILTER_IDS
  return commandLine.helpSlice({
    by: by.join(', '),
    accused: accused.join(', '),
    kind: kind.join(', '),
    placement: placement.join(', '),
    agreement: agreement.join(', '),
  })
}
