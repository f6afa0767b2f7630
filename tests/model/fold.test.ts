import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, placeKeyOf } from '../../src/model/fold'
import { CONFLICT } from '../support/conflict'

const placeKey = placeKeyOf(CONFLICT)

/** The letters that place names of the region are written with, apart from marks and digits. */
const LETTERS = [
  'abcçdeəfgğhxıijkqlmnoöprsştuüvyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  'äéèíñß',
].join('')
const name = fc
  .array(fc.constantFrom(...LETTERS, ' ', '-', '7'), { maxLength: 20 })
  .map((letters) => letters.join(''))

describe('fold', () => {
  test.each([
    ['Şuşa', 'susa'],
    ['Kəlbəcər', 'kelbecer'],
    ['Laçın', 'lacin'],
    ['İstisu', 'istisu'],
    ['Xocalı', 'xocali'],
    ['Гёйгёль', 'геигель'],
    ['Շուշի', 'շուշի'],
    ['Տավուշ և Սյունիք', 'տավուշ եւ սյունիք'],
    ['Straße', 'strasse'],
    ['  Red   Bazaar / Karmir\u00A0Shuka ', 'red bazaar karmir shuka'],
    ['Khin-Tagher (Köhnə Tağlar)', 'khin tagher kohne taglar'],
    ['', ''],
    ['— ; …', ''],
  ])('"%s" gives "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('does not tell composed from decomposed letters, nor large from small ones', () => {
    fc.assert(
      fc.property(name, (text) => {
        const folded = fold(text)
        expect([fold(text.normalize('NFD')), fold(text.toUpperCase())]).toEqual([folded, folded])
        expect(placeKey(placeKey(text))).toBe(placeKey(text))
      }),
    )
  })

  test('of folded text, whatever it is, changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('placeKey', () => {
  test.each([
    ['susa', 'Şuşa, Şuşa rayonu, Şuşa şəhəri, ŞUŞA RAYONU, city of Şuşa'],
    [
      'shusha',
      'Shusha, Shusha district, the Shusha region, Shusha city, city of Shusha, Shusha rayon',
    ],
    ['schuscha', 'Schuscha, Region Schuscha, Bezirk Schuscha'],
    ['шуша', 'Шуша, город Шуша, Шуша район'],
    ['շուշի', 'Շուշի, Շուշի քաղաք, Շուշի շրջան'],
    ['kelbecer', 'Kəlbəcər, Kəlbəcər rayonu, Kəlbəcər istiqaməti'],
    ['martuni', 'Martuni, Martuni region, the Martuni section, direction of Martuni'],
    ['aghdara', 'Aghdara, Aghdara district'],
    ['aghdam', 'Aghdam, Aghdam district'],
  ])('%s is one key for all its forms', (key, forms) => {
    for (const form of forms.split(', ')) expect(placeKey(form)).toBe(key)
  })

  test('leaves out a unit word that ends in a sign only with its sign, in any form of it', () => {
    const key = placeKeyOf({ unitWords: ['v.', 'r-n', "d'"] })
    for (const name of ['v. Elm', 'v.Elm', 'Elm, V.', 'Elm r-n', 'Elm r–n.', "d'Elm", 'D’Elm']) {
      expect(key(name), name).toBe('elm')
    }
    expect(key('Elm V')).toBe('elm v')
    expect(key('Elm R N')).toBe('elm r n')
    expect(key('Elmv. Oak')).toBe('elmv oak')
  })

  test('keeps a name that is nothing but a word for a unit', () => {
    expect(placeKey('Village')).toBe('village')
    expect(placeKey('City of district')).toBe('city of district')
  })
})
