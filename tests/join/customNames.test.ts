import { describe, expect, test } from 'vitest'
import { areaCodes, areaNames } from '../../src/join/customNames'
import { CONFLICT } from '../support/conflict'

const NO_NAMES = { az: '', hy: '', ru: '' }
const PROVINCE = { NAME_1: 'Karabakh', NL_NAME_1: 'Qarabağ', VARNAME_1: 'Artsakh' }

describe('areaNames', () => {
  test.each([
    [{ NAME: 'Shusha' }, 'Shusha'],
    [{ shapeName: 'Ağdam rayonu', shapeISO: 'AZ-AGM' }, 'Ağdam rayonu'],
    [{ COUNTRY: 'Azerbaijan', NAME_1: 'Kalbajar-Lachin', NAME_2: 'Lachin' }, 'Lachin'],
    [{ ADM0_EN: 'Azerbaijan', ADM1_EN: 'Karabakh', ADM2_EN: 'Fuzuli' }, 'Fuzuli'],
    [{ adm1_name: 'Karabakh', adm2_name: 'Fuzuli' }, 'Fuzuli'],
    [{ admin1Name: 'Karabakh', admin2Name: 'Fuzuli' }, 'Fuzuli'],
    [{ name: 'Şuşa rayonu', 'name:en': 'Shusha District' }, 'Shusha District'],
    [{ name: 7 }, '7'],
    [{ name: ' ', NAME_1: 'NA', title: 'None', label: null }, ''],
    [{ Rayon: 'Füzuli', population: 3000 }, 'Füzuli'],
    [{ region: 'South', NAME_2: 'Lachin' }, 'Lachin'],
    [{ population: 3000 }, ''],
  ])('finds the name among %j', (properties, name) => {
    expect(areaNames(properties, CONFLICT.languages).name).toBe(name)
  })

  test.each<[object, object, string[]]>([
    [
      { name: 'Şuşa', name_en: 'Shusha', name_az: 'Şuşa', 'name:hy': 'Շուշի', NAME_RU: 'Шуша' },
      { az: 'Şuşa', hy: 'Շուշի', ru: 'Шуша' },
      ['Şuşa'],
    ],
    [
      { name: 'Shusha', alt_name: 'Shushi; Susa', old_name: 'Shushi' },
      NO_NAMES,
      ['Shushi', 'Susa'],
    ],
    // Names of the province around a district are not its own.
    [
      { ...PROVINCE, NAME_2: 'Agdam', VARNAME_2: 'Akna|Aghdam', NL_NAME_2: 'NA' },
      NO_NAMES,
      ['Akna', 'Aghdam'],
    ],
    [{ ADM1_EN: 'Karabakh', ADM1_AZ: 'Qarabağ', ADM2_EN: 'Agdam' }, NO_NAMES, []],
    [{ ADM2_EN: 'Agdam', ADM2_AZ: 'Ağdam' }, { ...NO_NAMES, az: 'Ağdam' }, []],
  ])('finds the other names among %j, each once', (properties, names, otherNames) => {
    expect(areaNames(properties, CONFLICT.languages)).toMatchObject({ names, otherNames })
  })
})

test.each([
  [{ shapeName: 'Ağdam rayonu', shapeISO: 'AZ-AGM' }, 'AZ-AGM', ''],
  [{ ADM1_EN: 'A', ADM1_PCODE: 'AZ01', ADM2_EN: 'B', ADM2_PCODE: 'AZ0102' }, '', 'AZ0102'],
  [{ ADM1_EN: 'A', ADM1_PCODE: 'AZ01', ADM2_EN: 'B' }, '', ''],
  [{ name: 'B', pcode: 'X1', shapeISO: 'AZE' }, '', 'X1'],
  [{ name: 'B', ADM0_PCODE: 'AZ' }, '', ''],
])('finds the codes of the area itself among %j', (properties, iso_3166_2, pcode) => {
  expect(areaCodes(properties)).toEqual({ iso_3166_2, pcode })
})
