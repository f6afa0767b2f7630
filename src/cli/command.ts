import type { ColumnsOption } from './columnsOption'
import type { FilterValues } from './filterOptions'

export interface Call {
  readonly files: readonly string[]
  /** Where the shipped files lie. */
  readonly dataFolder: string
  readonly json: boolean
  readonly strict: boolean
  /** As given; each command has its own. */
  readonly format: string | undefined
  readonly unit: string | undefined
  /** How reports become rows of an export. */
  readonly geometry?: string | undefined
  readonly rows?: string | undefined
  /** How far apart reports of one event may be. */
  readonly days: string | undefined
  readonly km: string | undefined
  /** What the columns of tables of unknown format mean. */
  readonly columns: ColumnsOption
  /** A file of district outlines in place of the shipped ones. */
  readonly districts: string | undefined
  readonly filter: FilterValues
  /** `clickhouse`, or the addresses of servers. */
  readonly engine?: readonly string[] | undefined
  /** The folder of `publish`; other commands leave the writing to the shell. */
  readonly out?: string | undefined
  /** Writes progress to standard error at once. */
  say?(text: string): void
  /** The moment, ISO 8601; handed in, so that commands have no clock. */
  readonly generated: string
}

/** What a command has to say. The shell writes it, and nothing when the command throws. */
export interface Answer {
  /** For standard output, or the file of --out. */
  readonly output: string | Uint8Array
  /** For standard error. */
  readonly remarks: string
  readonly exit: number
  /** For the file of --report. */
  rowReport?(): string
}

export type Command = (call: Call) => Answer | Promise<Answer>
