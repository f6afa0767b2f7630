const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** An amount of data in the unit that suits it: `812 bytes`, `1.4 MB`. A kB is 1,000 bytes. */
export function bytesWords(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${UNITS[unit]}`
}
