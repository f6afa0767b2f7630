/** An opened file that is shown in place of the shipped records. */
export interface ShownFile {
  readonly name: string
  readonly bytes: number
  /** What stands for it in a link (url.ts, `data`); null while it is in memory only. */
  readonly key: string | null
}
