// @ts-check
import { parse } from '@messageformat/parser'

/** @typedef {import('@messageformat/parser').Token} Token */
/**
 * The signature of a message, both sorted by name.
 * @typedef {object} Shape
 * @property {ReadonlyMap<string, string>} params TypeScript type by name
 * @property {readonly string[]} tags
 */

/** Quoted text of ICU: from an apostrophe before a special character to the next single one. */
const QUOTED = /''|'[{}#](?:''|[^'])*'?/g
const NAME = /^[a-z][A-Za-z0-9]*$/
const TAG = /<(\/?)([a-z][A-Za-z0-9]*)>/g

/**
 * Parses an ICU text with the plural categories of a language.
 * @param {string} text
 * @param {string} locale
 * @returns {Token[]}
 */
export function parseMessage(text, locale) {
  const cardinal = pluralCategories(locale, 'cardinal')
  return parse(text, { cardinal, ordinal: pluralCategories(locale, 'ordinal') })
}

/**
 * Reads the parameters and tags of a message. Throws an error that says what is wrong with the
 * text.
 * @param {string} text
 * @param {string} locale
 * @returns {Shape}
 */
export function readMessage(text, locale) {
  /** @type {Map<string, string>} */
  const params = new Map()
  /** @type {Set<string>} */
  const tags = new Set()
  let braces = 0
  let anglesOutsideTags = 0
  visit(parseMessage(text, locale), null)
  // The parser treats a brace that it cannot read as text.
  if (braces !== countBraces((text.match(QUOTED) ?? []).join(''))) {
    throw new Error("a brace is not closed, or not quoted: '{'")
  }
  // Before a parameter it would make a tag of a value.
  if (tags.size > 0 && anglesOutsideTags > 0) throw new Error('a text with tags has another <')
  return { params: new Map([...params].sort(([a], [b]) => compare(a, b))), tags: [...tags].sort() }

  /**
   * @param {readonly Token[]} tokens
   * @param {string | null} outer the tag that is open around them
   */
  function visit(tokens, outer) {
    let open = outer
    for (const token of tokens) {
      if (token.type === 'content') {
        braces += countBraces(token.value)
        anglesOutsideTags += token.value.replace(TAG, '').split('<').length - 1
        for (const [tag, slash, name = ''] of token.value.matchAll(TAG)) {
          if (slash ? open !== name || open === outer : open !== null) {
            throw new Error(`${tag} is out of place: tags cannot be nested or cross a case`)
          }
          open = slash ? null : name
          tags.add(name)
        }
      } else if (token.type !== 'octothorpe') {
        addParameter(token.arg, typeOf(token, locale))
        if ('cases' in token) for (const { tokens } of token.cases) visit(tokens, open)
      }
    }
    if (open !== outer) throw new Error(`<${open}> is not closed`)
  }

  /** @param {string} name @param {string} type */
  function addParameter(name, type) {
    if (!NAME.test(name)) throw new Error(`{${name}} is not a camelCase name`)
    const known = params.get(name) ?? type
    if (known !== type) throw new Error(`{${name}} is both ${known} and ${type}`)
    params.set(name, type)
  }
}

/**
 * The TypeScript type of a parameter.
 * @param {Exclude<Token, { type: 'content' | 'octothorpe' }>} token
 * @param {string} locale
 */
function typeOf(token, locale) {
  switch (token.type) {
    case 'argument':
      return 'string'
    case 'function':
      if (token.key === 'number' && !token.param) return 'number'
      // Skeletons would add a formatter each to the page.
      throw new Error(`{${token.arg}, ${token.key}} must be formatted by the code, with Intl`)
    case 'select': {
      const { cases } = token
      if (!cases.some(({ key }) => key === 'other')) throw missingCase(token.arg, ['other'])
      const closed = cases.some(({ key, tokens }) => key === 'other' && tokens.length === 0)
      if (!closed) return 'string'
      const keys = cases.map(({ key }) => key).filter((key) => key !== 'other')
      return keys
        .sort()
        .map((key) => `'${key}'`)
        .join(' | ')
    }
    default: {
      const keys = new Set(token.cases.map(({ key }) => key))
      const type = token.type === 'plural' ? 'cardinal' : 'ordinal'
      const missing = pluralCategories(locale, type).filter((category) => !keys.has(category))
      if (missing.length > 0) throw missingCase(token.arg, missing)
      return 'number'
    }
  }
}

/** @param {string} name @param {readonly string[]} cases */
function missingCase(name, cases) {
  return new Error(`{${name}} lacks the case ${cases.join(', ')}`)
}

/** @param {string} text */
function countBraces(text) {
  return text.match(/[{}]/g)?.length ?? 0
}

/** @param {string} locale @param {'cardinal' | 'ordinal'} type */
function pluralCategories(locale, type) {
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : 1
}
