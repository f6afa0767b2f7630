import { languages } from './compiled/languages'

/** The functions of one part of the catalogue. */
export type Texts = Readonly<Record<string, (values: never) => unknown>>
type LoadPart = () => Promise<{ readonly texts: Texts }>
/** Languages besides English, by their name in links. */
export type Languages = Readonly<
  Record<
    string,
    {
      /** BCP 47 tag. */
      readonly tag: string
      readonly parts: () => Promise<{ readonly parts: Readonly<Record<string, LoadPart>> }>
    }
  >
>

interface Part {
  readonly name: string
  readonly english: Texts
  /** The object that the code uses: its functions are replaced when the language changes. */
  readonly texts: Record<string, Texts[string]>
  language: string
}

const ENGLISH = 'en'
/** Puts the day before the month. */
const ENGLISH_TAG = 'en-GB'

const parts: Part[] = []
let wanted = ENGLISH
let current = ENGLISH

/** All languages of this build, English first. */
export const LANGUAGES: readonly string[] = [ENGLISH, ...Object.keys(languages)]

/** BCP 47 tag of the current language of the interface, for Intl and for `<html lang>`. */
export function language(): string {
  return languages[current]?.tag ?? ENGLISH_TAG
}

/**
 * Registers a part of the catalogue by the name of its JSON file. The functions of the result use
 * the language of the interface at the time of the call, so do not destructure it.
 */
export function part<T extends Texts>(name: string, english: T): T {
  const texts = { ...english }
  parts.push({ name, english, texts, language: ENGLISH })
  return texts
}

/**
 * Changes the language of the interface to one of `LANGUAGES`: all parts together, when the last
 * one is loaded. If one cannot be loaded, rejects and keeps the language.
 */
export async function loadLanguage(id: string): Promise<void> {
  if (!LANGUAGES.includes(id)) throw new Error(`There is no language "${id}".`)
  wanted = id
  try {
    await messagesReady()
  } catch (error) {
    if (wanted === id) wanted = current
    throw error
  }
}

/**
 * Resolves when every registered part is in the language of the interface. Await it after importing
 * code that shows texts, before it does.
 */
export async function messagesReady(): Promise<void> {
  const id = wanted
  const late = parts.filter((each) => each.language !== id)
  const fresh = await Promise.all(late.map((each) => loadTexts(each, id)))
  // Another language may have been requested meanwhile.
  if (id !== wanted) return messagesReady()
  late.forEach((each, index) => {
    Object.assign(each.texts, fresh[index])
    each.language = id
  })
  current = id
  // Other parts may have been registered meanwhile.
  if (parts.some((each) => each.language !== id)) return messagesReady()
}

async function loadTexts({ name, english }: Part, id: string): Promise<Texts> {
  if (id === ENGLISH) return english
  const load = (await languages[id]?.parts())?.parts[name]
  if (!load) throw new Error(`The catalogue has no part "${name}" in the language "${id}".`)
  return (await load()).texts
}
