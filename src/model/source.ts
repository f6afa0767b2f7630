import type { SourceId } from './ids'

export interface Source {
  readonly id: SourceId
  readonly publisher: string
  /** Empty where the stored page showed no headline. */
  readonly title: string
  /** http(s) only; empty when the row had none or it was rejected. */
  readonly url: string
  /** `YYYY-MM-DD`, `YYYY-MM` or empty. */
  readonly published: string
  /** BCP 47 code, or empty. */
  readonly language: string
}
