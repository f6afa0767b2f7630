import type { Issue, IssueCode, IssueMessage, IssueParams, Severity } from './issue'

/** Issues of one kind that are listed: a single cell can hold 100,000 unknown values. */
const MAX_ALIKE = 40

/**
 * Collects the issues of one row: an error where something is rejected, a warning where it is read
 * as unknown. There are many rows, so nothing is put into words here.
 */
export class IssueCollector {
  readonly list: Issue[] = []
  /** Issues that are counted instead of listed. */
  private more = 0
  /**
   * `nameOf` returns the column of the file that one of Contactline's columns was read from,
   * or an empty text. Without it, the columns are those of the file.
   */
  constructor(
    readonly file: string,
    private readonly row: number | null,
    private readonly id: string,
    readonly nameOf: (column: string) => string = (column) => column,
  ) {}

  /** `column` is empty if the issue is about no column. */
  error<Code extends IssueCode>(code: Code, column: string, ...params: IssueParams<Code>): void {
    this.push('error', code, column, params[0])
  }

  warning<Code extends IssueCode>(code: Code, column: string, ...params: IssueParams<Code>): void {
    this.push('warning', code, column, params[0])
  }

  add(severity: Severity, { code, column, params }: IssueMessage): void {
    this.push(severity, code, column, params)
  }

  private push(severity: Severity, code: IssueCode, given: string, params: unknown): void {
    const { file, row, id, list } = this
    if (list.length >= MAX_ALIKE && this.areEnough(code)) {
      const known = list.findIndex((issue) => issue.code === 'moreAlike')
      const counted = { code: 'moreAlike', column: '', params: { n: ++this.more } } as const
      list[known < 0 ? list.length : known] = { ...counted, severity, file, row, id }
      return
    }
    const column = given === '' ? '' : this.nameOf(given)
    // Field by field, because spreading is many times slower. The parameters are those of the code.
    list.push({ code, column, params, severity, file, row, id } as Issue)
  }

  private areEnough(code: IssueCode): boolean {
    return this.list.filter((issue) => issue.code === code).length >= MAX_ALIKE
  }
}
