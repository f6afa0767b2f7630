/** A sign, a string, a number or a word, after white space. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy

/** What can follow: a value, or the end of the list or object before any of its entries. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd'

/** Where a text stops being JSON: engines say it in their own words, and some not at all. */
export function findJsonFault(text: string): { readonly line: number; readonly character: number } {
  const open: string[] = []
  let expected: Expected = 'value'
  TOKEN.lastIndex = 0
  let end = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, sign, string] = match
    const next = follow(expected, sign, string !== undefined, open)
    if (!next) break
    expected = next
    end = TOKEN.lastIndex
  }
  const before = text.slice(0, end) + (/^[ \t\n\r]*/.exec(text.slice(end))?.[0] ?? '')
  const lines = before.split('\n')
  return { line: lines.length, character: (lines.at(-1) ?? '').length + 1 }
}

/** What can follow a token; null if it cannot be there. `open` are the brackets around it. */
function follow(
  expected: Expected,
  sign: string | undefined,
  isString: boolean,
  open: string[],
): Expected | null {
  if (expected === 'key' || expected === 'keyOrEnd') {
    if (isString) return 'colon'
  } else if (expected === 'colon') return sign === ':' ? 'value' : null
  else if (expected !== 'commaOrEnd') {
    if (sign === undefined) return 'commaOrEnd'
    if (sign === '{' || sign === '[') {
      open.push(sign)
      return sign === '{' ? 'keyOrEnd' : 'valueOrEnd'
    }
  } else if (sign === ',' && open.length > 0) return open.at(-1) === '{' ? 'key' : 'value'
  const isClosing = sign === (open.at(-1) === '{' ? '}' : ']')
  if (!isClosing || expected === 'key' || expected === 'value') return null
  return open.pop() ? 'commaOrEnd' : null
}
