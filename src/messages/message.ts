import type { Texts } from './language'

/** Letters of a value in a sentence. */
const MAX_LETTERS = 120

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

/** The beginning of a long text, with `…`: a cell can hold megabytes. */
export function shorten(text: string, most = MAX_LETTERS): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The values of a sentence, each short enough to be read in it. */
export function shortenAll<Values extends object>(values: Values | undefined): Values {
  const entries = Object.entries(values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? shorten(value) : value,
  ])
  return Object.fromEntries(entries)
}
