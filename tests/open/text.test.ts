import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDateOrder, readDate } from '../../src/read/dates'
import { decodeText } from '../../src/read/decode'

const words = fc.stringMatching(/^[A-Za-zşğıöüçƏəҚқ, ;\n0-9]{1,60}$/)
const graphemes = fc.string({ unit: 'grapheme', minLength: 1 })
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('decodeText', () => {
  test('leaves UTF-8 as it is and takes off its mark', async () => {
    await fc.assert(
      fc.asyncProperty(graphemes, fc.boolean(), async (some, mark) => {
        const text = some.replaceAll('\u0000', '').replace(/^\uFEFF/, '')
        fc.pre(text !== '' && !/^(PK|%PDF|GIF8)/.test(text))
        const { bytes, encoding } = await decodeText(utf8(`${mark ? '\uFEFF' : ''}${text}`))
        expect(encoding).toBe('UTF-8')
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(text)
      }),
    )
  })

  test('reads UTF-16 of either order, with and without a mark', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), fc.boolean(), async (some, little, mark) => {
        const text = `id,date,text\n${some}`
        const codes = [...(mark ? '\uFEFF' : ''), ...text].flatMap((letter) => letter.charCodeAt(0))
        const given = Uint8Array.from(
          codes.flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255])),
        )
        const { bytes, encoding } = await decodeText(given)
        expect(encoding).toBe(little ? 'UTF-16LE' : 'UTF-16BE')
        expect(new TextDecoder().decode(bytes)).toBe(text)
      }),
    )
  })

  test.each([false, true])('Cyrillic in UTF-16 without a mark has few zeros', async (swapped) => {
    const text = 'Дата;Район;Описание\n13.09.2022;Шуша;Обстрел продолжался всю ночь\n'.repeat(20)
    const given = Buffer.from(text, 'utf16le')
    const { bytes, encoding } = await decodeText(new Uint8Array(swapped ? given.swap16() : given))
    expect(encoding).toBe(swapped ? 'UTF-16BE' : 'UTF-16LE')
    expect(new TextDecoder().decode(bytes)).toBe(text)
  })

  test('UTF-8 that was cut off or has a stray byte stays UTF-8, and says so', async () => {
    const text = utf8('Şuşa,Обстрел населённых пунктов')
    for (const [given, last] of [
      [text.subarray(0, -1), 'пункто\uFFFD'],
      [Uint8Array.from([...text, 0xe9]), 'пунктов\uFFFD'],
    ] as const) {
      const { bytes, encoding, notes } = await decodeText(given)
      expect(encoding).toBe('UTF-8')
      expect(new TextDecoder().decode(bytes)).toBe(`Şuşa,Обстрел населённых ${last}`)
      expect(notes).toEqual([{ code: 'invalidUtf8', column: '', params: { n: 1 } }])
    }
  })

  test('long text may have a letter anywhere, but none that is cut off', async () => {
    for (const before of [65_533, 65_534, 65_535, 65_536]) {
      const text = `${'a'.repeat(before)}ş${'b'.repeat(70_000)}`
      const given = utf8(text)
      expect((await decodeText(given)).encoding).toBe('UTF-8')
      const cut = given.filter((_, at) => at !== before + 1)
      expect((await decodeText(cut)).encoding).toBe('windows-1254')
    }
  })

  test('what decoders do not take for UTF-8 is not taken for it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 4, min: 0x80 }), async (some) => {
        const given = Uint8Array.from([...utf8('x,Обстрел населённых пунктов,'), ...some])
        const { bytes } = await decodeText(given)
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        expect(text.startsWith('x,Обстрел')).toBe(true)
      }),
    )
  })

  test.each([
    ['windows-1254', 'İlçe,Açıklama\nAğdam,ateş açıldığı bildirildi; ışığı dağıtıldığı\n'],
    ['windows-1251', 'date;text\n1;в с к'],
  ])('short text in %s is not taken for another code page', async (codePage, text) => {
    const decoder = new TextDecoder(codePage)
    const codes = Array.from({ length: 256 }, (_, code) => decoder.decode(Uint8Array.of(code)))
    const given = Uint8Array.from([...text].map((letter) => codes.indexOf(letter)))
    const { bytes, encoding } = await decodeText(given)
    expect(encoding).toBe(codePage)
    expect(new TextDecoder().decode(bytes)).toBe(text)
  })

  test('a zero byte among text is left out, and reported', async () => {
    const text = `${'id,date,text\n'.repeat(10)}1,2022-11-29,a\u0000b\n`
    const { bytes, notes } = await decodeText(utf8(text))
    expect(new TextDecoder().decode(bytes)).toMatch(/,ab\n$/)
    expect(notes).toEqual([{ code: 'nulBytes', column: '', params: { n: 1 } }])
  })
})

describe('readDate', () => {
  test.each([
    ['2022-11-29', 'ymd', '2022-11-29', ''],
    ['29 November 2022', 'ymd', '2022-11-29', ''],
    ['1 Sept. 2022', 'ymd', '2022-09-01', ''],
    ['29.11.2022', 'dmy', '2022-11-29', ''],
    ['11/29/2022', 'mdy', '2022-11-29', ''],
    ['2022/11/9', 'dmy', '2022-11-09', ''],
    ['29-Nov-22', 'ymd', '2022-11-29', ''],
    ['29-Nov-1998', 'ymd', '1998-11-29', ''],
    ['1-Jan-95', 'ymd', '1995-01-01', ''],
    ['November 29, 2022', 'ymd', '2022-11-29', ''],
    ['9/13/2022 0:00:00', 'mdy', '2022-09-13', ''],
    ['9/13/2022 12:00:00 AM', 'mdy', '2022-09-13', ''],
    ['9/13/2022 2:40 PM', 'mdy', '2022-09-13', '14:40'],
    ['13.09.2022 9:05', 'dmy', '2022-09-13', '09:05'],
    ['2022-11-29T00:00:00Z', 'ymd', '2022-11-29', ''],
    ['2022-11-29T00:00:00.000+04:00', 'ymd', '2022-11-29', ''],
    ['2022-11-29 00:00:00.000', 'ymd', '2022-11-29', ''],
    ['2022-11-29T10:20', 'ymd', '2022-11-29', '10:20'],
    ['2022-11-29T21:30:00Z', 'ymd', '2022-11-30', '01:30'],
    ['2022-11-29T01:00:00+05:30', 'ymd', '2022-11-28', '23:30'],
  ] as const)('%s in the order %s is %s %s in UTC+4', (text, order, date, time) => {
    expect(readDate(text, order, 240)).toEqual({ date, time })
  })

  test.each([
    ...['', '31 November 2022', '2022-02-30', '29.11.2022', '29 Smarch 2022', '29.11.22', '44894'],
    ...['2022-11-29T25:00', '2022-11-29 14:60', '11/29/2022 13:00 PM'],
  ])('%j is no date', (text) => {
    expect(readDate(text, 'ymd')).toBeNull()
  })

  test.each([
    [['2022-11-29', '29 November 2022'], 'ymd', true],
    [['01/02/2022', '11/29/2022'], 'mdy', true],
    [['01/02/2022', '29/11/2022'], 'dmy', true],
    [['01/02/2022'], 'dmy', false],
    [['13/02/2022', '02/13/2022', '02/14/2022'], 'mdy', false],
    [[...Array<string>(1000).fill('01/02/2022'), '11/29/2022'], 'mdy', true],
  ])('the order of %s is %s, sure: %s', (dates, order, isSure) => {
    expect(findDateOrder(dates)).toEqual({ order, isSure })
  })
})
