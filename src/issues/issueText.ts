import { texts } from '../messages/compiled/en/issues'
import { issues } from '../messages/compiled/issues'
import { type Message, shortenAll, wording } from '../messages/message'
import type { IssueMessage } from './issue'

/** The text of an issue in the language of the interface, without a full stop. */
export function issueText(message: IssueMessage): string {
  return wording(issues, withColumn(message))
}

/** The same in English, for exported files. */
export function englishIssueText(message: IssueMessage): string {
  return wording(texts, withColumn(message))
}

function withColumn({ code, params, column }: IssueMessage): Message<typeof issues> {
  return { code, params: shortenAll({ ...params, column }) } as Message<typeof issues>
}
