/** Letters of a value in a sentence. */
const MAX_LETTERS = 120

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
