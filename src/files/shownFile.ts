/** An opened file that is shown instead of the shipped records. */
export interface ShownFile {
  readonly name: string
  readonly bytes: number
  /** Its value in a link (url.ts, `data`); null while it is in memory only. */
  readonly key: string | null
}

/** Whether a link to the file opens it in other browsers too. */
export function isLinkable({ key }: ShownFile): boolean {
  return key !== null && !key.startsWith('browser:')
}
