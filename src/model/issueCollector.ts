import type { Issue, Severity } from './issue'

/** Collects the issues of one row: `error` where something is left out, `warning` where it is read as unknown. */
export class Remarks {
  readonly issues: Issue[] = []
  constructor(
    readonly file: string,
    private readonly row: number | null,
    private readonly id: string,
  ) {}
  error(message: string): void {
    this.add('error', message)
  }
  warning(message: string): void {
    this.add('warning', message)
  }
  private add(severity: Severity, message: string): void {
    this.issues.push({ severity, file: this.file, row: this.row, id: this.id, message })
  }
}
