import { perLanguage } from '../../messages/intl'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const formatters = perLanguage((tag) =>
  UNITS.map(
    (unit) =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        ...(unit === 'byte'
          ? { unitDisplay: 'long' }
          : { unitDisplay: 'short', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
      }),
  ),
)

/** An amount of data in a suitable unit: `812 bytes`, `1.40 MB`. A kB is 1,000 bytes. */
export function bytesWords(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return formatters()[unit]?.format(value) ?? ''
}
