// @ts-check
import { parseMessage } from './read.mjs'

/** @typedef {import('./read.mjs').Token} Token */

const PLAIN = 'acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ'
const ACCENTED = 'áçðéğĥîĵķļñöŕšţûŵýžÁÇÐÉĞĤÎĴĶĻÑÖŔŠŢÛŴÝŽ'
const PADDING = 'ļöñğéŕţĥáñéñğļîšĥ'
const GROWTH = 1.4

/**
 * Turns English into a language that does not exist: accented, at least two fifths longer, in
 * brackets, with the same parameters, cases and tags. Text on the screen without brackets is not
 * from the catalogue; a missing bracket was cut off.
 * @param {string} text
 * @returns {string}
 */
export function pseudo(text) {
  let before = 0
  let after = 0
  const body = serialise(parseMessage(text, 'en'), false, (piece) => {
    const long = lengthen(piece)
    before += piece.length
    after += long.length
    return long
  })
  const missing = Math.ceil(before * GROWTH) - after
  const padding = missing > 1 ? ` ${PADDING.slice(0, missing - 1)}` : ''
  return `⟦${body}${padding}⟧`
}

/** @param {string} text accented, and with double vowels to make single words longer too */
function lengthen(text) {
  return text
    .replace(/[aeiouy]/gi, (vowel) => vowel + vowel.toLowerCase())
    .replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)
}

/**
 * Writes tokens as ICU text.
 * @param {readonly Token[]} tokens
 * @param {boolean} inPlural where # is a number
 * @param {(text: string) => string} change applied to text outside tags
 * @returns {string}
 */
function serialise(tokens, inPlural, change) {
  return tokens.map(write).join('')

  /** @param {Token} token @returns {string} */
  function write(token) {
    switch (token.type) {
      case 'content':
        return changeText(token.value, change)
          .replaceAll("'", "''")
          .replace(inPlural ? /[{}#]+/g : /[{}]+/g, "'$&'")
      case 'octothorpe':
        return '#'
      case 'argument':
        return `{${token.arg}}`
      case 'function':
        return `{${token.arg}, ${token.key}}`
      default: {
        const plural = inPlural || token.type !== 'select'
        const offset = token.pluralOffset ? ` offset:${token.pluralOffset}` : ''
        const cases = token.cases.map(
          ({ key, tokens }) => `${key} {${serialise(tokens, plural, change)}}`,
        )
        return `{${token.arg}, ${token.type},${offset} ${cases.join(' ')}}`
      }
    }
  }
}

/** @param {string} text @param {(text: string) => string} change */
function changeText(text, change) {
  // With its group, split returns texts and tags alternately.
  const pieces = text.split(/(<\/?[a-z][A-Za-z0-9]*>)/)
  return pieces.map((piece, index) => (index % 2 === 0 ? change(piece) : piece)).join('')
}
