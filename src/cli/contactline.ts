import { writeSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { errorText } from '../issues/errorText'
import { commandLine } from '../messages/compiled/commandLine'
import { wording } from '../messages/message'
import { check } from './check'
import type { Answer, Call, Command } from './command'
import { readConflict } from './conflictFile'
import { diff } from './diff'
import { printSql } from './engine/printSql'
import { exportSlice } from './export'
import { EXIT, Failure, usage } from './failure'
import { writeWhole } from './files'
import { FILTER_OPTIONS, type FilterValues } from './filterOptions'
import { type CommandName, helpText } from './help'
import { joinFiles } from './join'
import { overlap } from './overlap'
import { publish } from './publish/publish'
import { stats } from './stats'

/** The shell around the commands: the command line, the clock, the streams and the exit code. */
const SHIPPED = nearPath(fileURLToPath(new URL('../geodata/', import.meta.url)))

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  check,
  join: joinFiles,
  export: exportSlice,
  stats,
  overlap,
  diff,
  publish,
  sql: printSql,
}
/** How long to wait for a full pipe before trying again. */
const PIPE_WAIT_MS = 5

const COMMON = ['out', 'data', 'json', 'strict', 'help', 'version']
const READING = ['columns', 'map', 'districts', 'report']
const OPTIONS: Readonly<Record<CommandName, readonly string[]>> = {
  check: [...COMMON, ...READING],
  join: [...COMMON, ...READING],
  export: [...COMMON, ...READING, 'format', 'geometry', 'rows', ...FILTER_OPTIONS],
  stats: [...COMMON, ...READING, 'unit', 'format', ...FILTER_OPTIONS],
  overlap: [...COMMON, 'columns', 'map', 'districts', 'days', 'km', 'format', ...FILTER_OPTIONS],
  diff: COMMON,
  publish: [...COMMON, 'columns', 'map', 'districts', 'engine'],
  sql: [...COMMON, 'columns', 'map', 'districts', 'engine'],
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const [word, ...files] = positionals
  if (values.version) return write(versionLine(values.data ?? SHIPPED), values.out)
  if (word === undefined || word === 'help' || values.help) {
    const topic = word === 'help' ? files[0] : word
    const conflict = readConflict(values.data ?? SHIPPED)
    const text = helpText(conflict, topic === undefined ? topic : commandOf(topic))
    if (word !== undefined || values.help) return write(text, values.out)
    throw usage({ code: 'noCommand', params: { help: text } })
  }
  const name = commandOf(word)
  const foreign = Object.keys(values).find((option) => !OPTIONS[name].includes(option))
  if (foreign) throw usage({ code: 'unknownOption', params: { command: name, option: foreign } })
  if (files.filter((file) => file === '-').length > 1) {
    throw usage({ code: 'standardInputTwice' })
  }
  const call: Call = {
    files: name === 'join' && files.length === 0 && !process.stdin.isTTY ? ['-'] : files,
    dataFolder: values.data ?? SHIPPED,
    json: values.json ?? false,
    strict: values.strict ?? false,
    format: values.format,
    unit: values.unit,
    geometry: values.geometry,
    rows: values.rows,
    days: values.days,
    km: values.km,
    columns: { columns: values.columns ?? [], map: values.map },
    districts: values.districts,
    engine: values.engine,
    filter: values as FilterValues,
    out: values.out,
    say: (text) => writeAll(2, text),
    generated: generated(),
  }
  const answer: Answer = await COMMANDS[name](call)
  if (answer.remarks !== '') writeAll(2, answer.remarks)
  if (values.report !== undefined) write(answer.rowReport?.() ?? '', values.report)
  write(answer.output, name === 'publish' ? undefined : values.out)
  return answer.exit
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const several = { type: 'string', multiple: true } as const
  const filters = Object.fromEntries(FILTER_OPTIONS.map((name) => [name, several]))
  const one = { out: text, data: text, format: text, unit: text, days: text, km: text, map: text }
  const shape = { geometry: text, rows: text }
  const texts = {
    ...one,
    ...shape,
    report: text,
    districts: text,
    columns: several,
    engine: several,
  }
  const flags = { json: flag, strict: flag, version: flag }
  const options = { ...filters, ...texts, ...flags, help: { ...flag, short: 'h' } } as const
  const config = { args: [...args], allowPositionals: true, options }
  // Strictly parsed, what is wrong would be known in the words of Node only.
  for (const token of parseArgs({ ...config, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue
    const { name, value, inlineValue, rawName: option } = token
    if (!Object.hasOwn(options, name)) throw usage({ code: 'noSuchOption', params: { option } })
    const isFlag = Object.hasOwn(flags, name) || name === 'help'
    if (isFlag && value !== undefined)
      throw usage({ code: 'optionTakesNoValue', params: { option } })
    if (!isFlag && (value === undefined || (!inlineValue && /^-./.test(value))))
      throw usage({ code: 'optionWantsValue', params: { option } })
  }
  return parseArgs(config)
}

function commandOf(word: string): CommandName {
  if (Object.hasOwn(COMMANDS, word)) return word as CommandName
  const names = Object.keys(COMMANDS).join(', ')
  throw usage({ code: 'unknownCommand', params: { word, names } })
}

/** A path below the current folder as seen from it, as a reader would write it. */
function nearPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near === '' || near.startsWith('..') ? path : near
}

function versionLine(dataFolder: string): string {
  return `${commandLine.version({ version, dataset: readConflict(dataFolder).version })}\n`
}

/** Now, or the moment that SOURCE_DATE_EPOCH sets (https://reproducible-builds.org/specs/source-date-epoch/). */
function generated(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? ''
  if (epoch === '') return new Date().toISOString()
  const date = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  throw usage({ code: 'wrongEpoch', params: { value: epoch } })
}

function write(text: string | Uint8Array, out: string | undefined): number {
  if (out === undefined || out === '-') writeAll(1, text)
  else writeWhole(out, text)
  return EXIT.ok
}

/** Writes all of a text before the program ends, however slowly the other end of a pipe reads. */
function writeAll(stream: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(stream, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // The reader has enough, as `head` does.
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_WAIT_MS)
    }
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const isFailure = error instanceof Failure
  const sentence = isFailure ? wording(commandLine, error.failure) : errorText(error)
  writeAll(2, `${commandLine.failed({ sentence: sentence.trimEnd() })}\n`)
  process.exitCode = isFailure ? error.exit : EXIT.file
}
