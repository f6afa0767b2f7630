import type { Texts } from './language'

/**
 * A message as data: the key of a text and its parameters. For messages that are made in one place
 * and shown in another, such as issues in a file. It can be cloned, stored and compared.
 */
export type Message<T extends Texts> = {
  [Code in keyof T]: Parameters<T[Code]> extends [infer Params]
    ? { readonly code: Code; readonly params: Params }
    : { readonly code: Code; readonly params?: undefined }
}[keyof T]

/** The text of a message, in the language of the interface. */
export function wording<T extends Readonly<Record<string, (values: never) => string>>>(
  texts: T,
  { code, params }: Message<T>,
): string {
  // The type of a message guarantees that the parameters are those of its code.
  return (texts[code] as (values: unknown) => string)(params)
}
