import type { issues } from '../messages/compiled/issues'

export type Severity = 'error' | 'warning'

type Texts = typeof issues
export type IssueCode = keyof Texts

/** The parameters of a text except `{column}`, which is the column of the issue. */
type ParamsOf<Code extends IssueCode> =
  Parameters<Texts[Code]> extends [infer Params] ? Omit<Params, 'column'> : object
/** The parameters of a code as arguments; none if its text has none. */
export type IssueParams<Code extends IssueCode> = keyof ParamsOf<Code> extends never
  ? []
  : [params: ParamsOf<Code>]

/** An issue as data: the code of a text, its parameters and the column it is about. */
export type IssueMessage = {
  [Code in IssueCode]: {
    readonly code: Code
    /**
     * As in the header of the file, or the path of a JSON key; empty if the issue is about neither.
     */
    readonly column: string
  } & (IssueParams<Code> extends [infer Params]
    ? { readonly params: Params }
    : { readonly params?: undefined })
}[IssueCode]

/**
 * Something a user should know about a file. `row` is the 1-based line, or null for the whole file.
 */
export type Issue = IssueMessage & {
  readonly severity: Severity
  readonly file: string
  readonly row: number | null
  readonly id: string
  /** Of several that are alike, this is the first; how many rows have one. */
  readonly rows?: number
}

/** Builds a message; `column` is empty if it is about no column. */
export function issueMessage<Code extends IssueCode>(
  code: Code,
  column: string,
  ...params: IssueParams<Code>
): IssueMessage {
  // The parameters are those of the code.
  return { code, column, params: params[0] } as unknown as IssueMessage
}
