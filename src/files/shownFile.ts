/** An opened file that is shown instead of the shipped records. */
export interface ShownFile {
  readonly name: string
  readonly bytes: number
  /** Its value in a link (url.ts, `data`); null while it is in memory only. */
  readonly key: string | null
}
