import { describe, expect, test } from 'vitest'
import { buildGazetteer, listSpellings } from '../../src/join/gazetteer'
import type { Conflict } from '../../src/model/conflict'
import type { Place } from '../../src/model/place'
import { parsePlaces } from '../../src/read/parseTables'
import { CONFLICT } from '../support/conflict'
import { geodata } from '../support/fixtures'
import { readText } from './read'

const conflict = JSON.parse(readText('dataset.json')) as Conflict
const { rows: places } = parsePlaces(readText('places.csv'), 'places.csv', conflict)
const gazetteer = buildGazetteer(places, conflict)
const isUnit = ({ kind }: Place) => ['district', 'province', 'city', 'former unit'].includes(kind)
const units = places.filter(isUnit)
const idsOf = (name: string) => gazetteer.area(name)?.areas.join('; ') ?? null

/** What each language writes before a name, and after it. */
const UNIT_WORDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  Azerbaijani: ['', 'rayonu|r-nu|r-n|r-nunun|ş.|şəh.|şəhəri|k.|kəndi|q.|qəs.|qəsəbəsi'],
  Armenian: ['ք.|քաղ.|գ.|գյ.', 'շրջ.|շրջան|քաղաք|մ.|մարզ|գյուղ|համայնք'],
  Russian: [
    'г.|г|гор.|город|с.|село|пос.|посёлок|д.|дер.|пгт|р-н',
    'р-н|р-на|р-не|район|обл.|марз',
  ],
  Turkish: ['', 'ilçesi|ilçe|ili|şehri|köyü|k.|kasabası|mah.|bölgesi'],
  English: [
    'v.|vil.|t.|the town of|dist.|district of',
    'district|dist.|distr.|reg.|region|vil.|vlg.|prov.',
  ],
  French: ["v.|ville de|la ville de|district de|rég. de|village d'|district d’", 'prov.|ville'],
  German: ['Bez.|Bezirk|Kreis|Kr.|St.|Dorf|Gebiet|Stadt|Rajon', ''],
  Italian: ["prov. di|distr.|distretto di|città di|com.|fraz.|villaggio|provincia dell'", ''],
}
const split = (words: string) => (words === '' ? [] : words.split('|'))

/** How each language writes the names; forms that others use as well are not repeated. */
const TRANSLITERATIONS: Readonly<Record<string, string>> = {
  lachin: 'Latchine Lachine Latchin Latschin Lačin Lacin Laçın Laçin Lachyn Latchyn Лачин Լաչին',
  shusha:
    'Shusha Shushi Choucha Chouchi Chucha Schuscha Schuschi Sciuscia Sciusci Şuşa Şuşi Shousha Шуша Шуши Շուշի',
  kalbajar:
    'Kelbadjar Kalbadjar Kelbedjer Kelbadschar Kalbadschar Kelbagiar Kelbecer Kelbacer Kelbajar Kyalbadzhar Kelbadzhar Kel’badzhar Кельбаджар',
  aghdam: 'Agdam Aghdam Ağdam Aghdame Агдам',
  fuzuli: 'Fizuli Fizouli Fouzouli Fuzouli Füsuli Fisuli Fuzuli Физули',
  jabrayil:
    'Djebraïl Djabraïl Djebrail Dschabrajil Dschebrail Giabrail Cebrail Jebrail Dzhebrail Jabrail Джебраил',
  zangilan: 'Zenguilan Zanguilan Zangelan Sangilan Zengilan Zangilan Зангелан',
  gubadli: 'Goubadly Koubatly Goubadli Gubadly Kubatli Kubadlı Qubadlı Kubatly Кубатлы',
  khojaly:
    'Khodjaly Khodjali Chodschali Chodschaly Khogiali Hocalı Xocalı Khodzhaly Hodjali Ходжалы',
  khojavend: 'Khodjavend Chodschawend Khogiavend Hocavend Khodzhavend Ходжавенд',
  tartar: 'Terter Tertère Tertar Tärtär Tərtər Тертер',
  dashkasan: 'Dachkassan Dachkesan Daschkasan Daschkessan Daşkesen Dashkesan Дашкесан',
  gadabay: 'Gadabay Guedabeï Gedabey Gedebey Gädäbäy Kedabek Кедабек',
  tovuz: 'Tovouz Towus Tovuz Товуз',
  ganja: 'Gandja Gence Gäncä Ganja Gandscha Гянджа',
  khankendi: 'Stepanakert Stépanakert Khankendi Hankendi Chankendi Khankendy Степанакерт',
  gegharkunik:
    'Gegharkounik Guegharkounik Gegharkunik Geğarkunik Gegarkunik Гегаркуник Գեղարքունիք',
  syunik: 'Siounik Syounik Sjunik Siunik Sünik Syunik Сюник Սյունիք',
  tavush: 'Tavouch Tavush Tawusch Tavuş Tavoush Тавуш Տավուշ',
  'vayots-dzor': 'Vayots_Dzor Vaïots_Dzor Wajoz_Dsor Vayoz_Dzor Vajots_Dzor Вайоц-Дзор',
  nakhchivan: 'Nakhitchevan Nachitschewan Nakhichevan Nahçıvan Nakhchivan Naxçıvan Нахичевань',
  sadarak: 'Sadarak Sederek Sédérek Садарак',
}

describe.each(Object.entries(UNIT_WORDS))('%s words for a unit', (_, [before, after]) => {
  test('say nothing of which place is meant, before a name and after it', () => {
    const lost = units.flatMap((place) =>
      listSpellings(place).flatMap((name) => {
        const forms = [
          ...split(before).map((word) => `${word} ${name}`),
          ...split(before).map((word) => `${word}${/[.'’]$/.test(word) ? '' : ' '}${name}`),
          ...split(after).map((word) => `${name} ${word}`),
          ...split(after).map((word) => `${name}, ${word}`),
        ]
        return forms.filter((form) => idsOf(form) !== idsOf(name))
      }),
    )
    expect(lost).toEqual([])
  })
})

describe('transliterations', () => {
  const table = Object.entries(TRANSLITERATIONS).flatMap(([id, names]) =>
    names.split(' ').map((name) => [name.replaceAll('_', ' '), id]),
  )
  test.each(table)('%s is %s', (name, id) => {
    expect(idsOf(name)).toBe(id)
  })

  test('do not reach for a name that is none', () => {
    const others = ['Atlantis', 'Shush', 'Shushaa', 'Paris', 'Gaza', 'Kherson', 'Lahore', 'Berlin']
    expect(others.filter((name) => idsOf(name) !== null)).toEqual([])
  })
})

test('each spelling of a unit leads to it: no two collide', () => {
  for (const { id, districts, ...place } of units) {
    // Three cities of republican rank share their names with the districts around them.
    const areas = id.endsWith('-city') ? id.replace(/-city$/, '') : districts.join('; ')
    for (const name of listSpellings({ id, districts, ...place })) {
      expect(idsOf(name), name).toBe(areas)
    }
  }
})

test('what the frozen gazetteer finds is found', () => {
  const { rows } = parsePlaces(geodata('places.csv'), 'places.csv', CONFLICT)
  const frozen = buildGazetteer(rows, CONFLICT)
  for (const place of rows.filter(isUnit)) {
    for (const name of listSpellings(place)) {
      expect(idsOf(name), name).toBe(frozen.area(name)?.areas.join('; '))
    }
  }
})
