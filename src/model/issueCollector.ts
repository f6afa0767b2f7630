import {
  type Issue,
  type IssueCode,
  type IssueMessage,
  type IssueParams,
  issueMessage,
  type Severity,
} from './issue'

/**
 * Collects the issues of one row: an error where something is rejected, a warning where it is read as unknown. Rows are
 * many: nothing is worded, and nothing but a list is made where there is no issue.
 */
export class IssueCollector {
  readonly list: Issue[] = []
  /**
   * `columnInFile` gives the column of the file that one of Contactline's columns was read from, or
   * an empty text; without it the columns are those of the file.
   */
  constructor(
    readonly file: string,
    private readonly row: number | null,
    private readonly id: string,
    private readonly columnInFile: (column: string) => string = (column) => column,
  ) {}

  /** `column` is empty where the issue is about no column. */
  error<Code extends IssueCode>(code: Code, column: string, ...params: IssueParams<Code>): void {
    this.add('error', issueMessage(code, column, ...params))
  }

  warning<Code extends IssueCode>(code: Code, column: string, ...params: IssueParams<Code>): void {
    this.add('warning', issueMessage(code, column, ...params))
  }

  add(severity: Severity, message: IssueMessage): void {
    const { file, row, id } = this
    const column = message.column && this.columnInFile(message.column)
    this.list.push({ ...message, column, severity, file, row, id })
  }
}
