import { WORK } from '../../engine/statements'
import type { Answer, Call } from '../command'
import { EXIT, usage } from '../failure'
import { openForEngine } from './engineFiles'

/** `sql`: the statements that `publish --engine` runs. */
export async function printSql(call: Call): Promise<Answer> {
  if (call.files.length === 0) throw usage({ code: 'sqlNeedsFile' })
  await openForEngine(call)
  return { output: `CREATE DATABASE ${WORK};\n`, remarks: '', exit: EXIT.ok }
}
