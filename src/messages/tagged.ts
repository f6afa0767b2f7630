/** A run of a text with tags: the text inside a tag or between tags. */
export interface RichPart<Tag extends string> {
  readonly tag: Tag | null
  readonly text: string
}
export type RichText<Tag extends string> = readonly RichPart<Tag>[]

/** Replaces `<` in values, which cannot open a tag then. Unicode forbids it in text. */
const STAND_IN = '\ufdd0'

/** Makes the function of a text with tags (`see <a>the codebook</a>`) return its runs. */
export function tagged<V extends object>(
  format: (values: V) => string,
): (values: V) => RichText<string> {
  return (values) => {
    const safe = Object.entries(values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', STAND_IN) : value,
    ])
    // Texts and tag names alternate. Every second text is inside a tag, as tags are never nested.
    const pieces = format(Object.fromEntries(safe)).split(/<\/?([a-z][A-Za-z0-9]*)>/)
    return pieces.flatMap((text, index) => {
      if (index % 2 === 1) return []
      const tag = index % 4 === 2 ? (pieces[index - 1] ?? null) : null
      return text === '' && !tag ? [] : [{ tag, text: text.replaceAll(STAND_IN, '<') }]
    })
  }
}
