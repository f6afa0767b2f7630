/**
 * Small readers of BibTeX and RIS, written from the formats and not from what writes them. Each throws at
 * the first thing that the format does not allow.
 */

interface BibtexEntry {
  readonly type: string
  readonly key: string
  /** Without braces and with TeX's escapes undone, but for addresses and dates, which are verbatim. */
  readonly fields: Readonly<Record<string, string>>
}

const VERBATIM = new Set(['url', 'date', 'urldate', 'eventdate', 'year', 'langid'])
const COMMANDS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
}

export function readBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = []
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`BibTeX, character ${at}: ${what}: ${text.slice(at, at + 60)}`)
  }
  const take = (pattern: RegExp): string => {
    const match = new RegExp(pattern, 'y')
    match.lastIndex = at
    const found = match.exec(text) ?? fail(`not ${pattern}`)
    at = match.lastIndex
    return found[1] ?? found[0]
  }
  /** A value in braces, counted as BibTeX counts them: a backslash before one changes nothing. */
  const takeBraced = (): string => {
    if (text[at] !== '{') fail('no brace')
    const start = at
    for (let depth = 0; at < text.length; at++) {
      depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
      if (depth === 0) return text.slice(start + 1, at++)
    }
    return fail('a brace stays open')
  }
  while (take(/\s*/) !== undefined && at < text.length) {
    const type = take(/@([a-z]+)\{/)
    const key = take(/([^\s"#%'(),={}~\\@]+),\s*/)
    const fields: Record<string, string> = {}
    while (text[at] !== '}') {
      const name = take(/([a-z]+)\s*=\s*/)
      const value = takeBraced()
      take(/,\s*/)
      fields[name] = VERBATIM.has(name) ? value : plain(value)
    }
    at++
    entries.push({ type, key, fields })
  }
  return entries
}

/** TeX text as plain text. A character that TeX would act on is an error. */
function plain(tex: string): string {
  return tex.replace(
    /\\([a-z]+)\{\}|\\([&%#_$])|[{}]|[\\&%#_$^]|~|--|''|``|,,|<<|>>/g,
    (found, command: string | undefined, char: string | undefined) => {
      if (found === '{' || found === '}') return ''
      if (found === '~') return '\u00a0'
      const meant = char ?? COMMANDS[command ?? '']
      if (meant === undefined) throw new Error(`TeX would act on ${found} in ${tex}`)
      return meant
    },
  )
}

/** The records of a RIS file, each tag once. */
export function readRis(text: string): Record<string, string>[] {
  if (text === '') return []
  if (!text.endsWith('ER  - \n')) throw new Error('RIS: the last record is not closed')
  const records: Record<string, string>[] = []
  let open: Record<string, string> | null = null
  for (const line of text.slice(0, -1).split('\n')) {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? []
    if (tag === undefined || value === undefined) throw new Error(`RIS: not a line: ${line}`)
    if ((tag === 'TY') !== (open === null)) throw new Error(`RIS: ${tag} out of its place`)
    if (tag === 'ER') open = null
    else if (open === null) {
      open = { TY: value }
      records.push(open)
    } else if (tag in open) throw new Error(`RIS: ${tag} stands twice`)
    else open[tag] = value
  }
  return records
}
