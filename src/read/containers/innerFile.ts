/** A file in an archive or a sheet of a workbook; without a name, the given file itself. */
export interface InnerFile {
  readonly name: string
  readonly bytes: Uint8Array
}
