import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/model/fold'
import { soundsOf } from '../../src/model/sound'

const sounds = (name: string) => soundsOf(fold(name))
const alike = (a: string, b: string) => sounds(a).some((sound) => sounds(b).includes(sound))

test.each([
  ['Lachin', 'Latchine Latschin Laçın Lacin Lachyn'],
  ['Kalbajar', 'Kelbadjar Kelbadschar Kəlbəcər Kelbagiar Kel’badzhar'],
  ['Shusha', 'Choucha Schuscha Sciuscia'],
  ['Zangilan', 'Zenguilan Sangilan Zəngilan'],
  ['Xocalı', 'Khojaly Khodjaly Chodschali Hocalı Khogiali'],
  ['Syunik', 'Siounik Sjunik'],
])('%s sounds like %s', (name, others) => {
  for (const other of others.split(' ')) expect(alike(name, other), other).toBe(true)
})

test('names that differ in a syllable do not sound alike', () => {
  const names = [
    'Lachin',
    'Shusha',
    'Shushaa',
    'Kalbajar',
    'Khojaly',
    'Khojavend',
    'Aghdam',
    'Aghdash',
  ]
  for (const a of names) for (const b of names) expect(alike(a, b), `${a} ${b}`).toBe(a === b)
})

test('short names and other letters have no sound', () => {
  for (const name of ['', 'Gakh', 'Шуша', 'Շուշի', 'Sector 5']) expect(sounds(name)).toEqual([])
})

test('any text has one or two sounds, or none', () => {
  fc.assert(fc.property(fc.string(), (text) => sounds(text).length <= 2))
})
