import { describe, expect, test } from 'vitest'
import { areaNames } from '../../src/join/customNames'
import { CONFLICT } from '../support/conflict'

describe('areas', () => {
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

  test('keeps the name in each language and every other name, each once', () => {
    expect(
      areaNames(
        {
          name: 'Şuşa',
          name_en: 'Shusha',
          name_az: 'Şuşa',
          'name:hy': 'Շուշի',
          NAME_RU: 'Шуша',
          alt_name: 'Shushi; Susa',
          old_name: 'Shushi',
        },
        CONFLICT.languages,
      ),
    ).toEqual({
      name: 'Shusha',
      names: { az: 'Şuşa', hy: 'Շուշի', ru: 'Шуша' },
      otherNames: ['Şuşa', 'Shushi', 'Susa'],
    })
  })

  test('takes no name from the province around a district', () => {
    const gadm = { NAME_1: 'Karabakh', NL_NAME_1: 'Qarabağ', VARNAME_1: 'Artsakh' }
    expect(
      areaNames(
        { ...gadm, NAME_2: 'Agdam', VARNAME_2: 'Akna|Aghdam', NL_NAME_2: 'NA' },
        CONFLICT.languages,
      ),
    ).toEqual({
      name: 'Agdam',
      names: { az: '', hy: '', ru: '' },
      otherNames: ['Akna', 'Aghdam'],
    })
    expect(
      areaNames({ ADM1_EN: 'Karabakh', ADM1_AZ: 'Qarabağ', ADM2_EN: 'Agdam' }, CONFLICT.languages)
        .names.az,
    ).toBe('')
    expect(areaNames({ ADM2_EN: 'Agdam', ADM2_AZ: 'Ağdam' }, CONFLICT.languages).names.az).toBe(
      'Ağdam',
    )
  })
})
