/** The highest and the lowest bit of each of four bytes. */
const HIGHEST = 0x80808080 | 0
const LOWEST = 0x01010101
/** Of a call with as many arguments: more do not fit the stack of every browser. */
const MAX_UNITS = 4096

/**
 * The place of the first byte of [at, end) that is no ASCII, or zero, which text has not; `end` where none is. Far faster
 * than looking at each.
 */
export function endOfAscii(view: DataView, at: number, end: number): number {
  let place = at
  while (place + 8 <= end) {
    const one = view.getInt32(place, true)
    const other = view.getInt32(place + 4, true)
    // Taking one from each byte sets the highest bit of those that are zero. Whole numbers throughout: far faster.
    if ((one | other | ((one - LOWEST) | 0) | ((other - LOWEST) | 0)) & HIGHEST) break
    place += 8
  }
  while (place < end) {
    const byte = view.getUint8(place)
    if (byte === 0 || byte >= 0x80) break
    place++
  }
  return place
}

/** All of some bytes, to be read as numbers of any size. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

const units = new Uint16Array(MAX_UNITS)

/**
 * The text of bytes [start, end), which are valid UTF-8 (RFC 3629) of whole characters. For short texts: a call of the
 * browser's own decoder takes as long as this does for a thousand bytes.
 */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let length = 0
  for (let at = start; at < end; ) {
    if (length + 2 > MAX_UNITS) {
      text += ofUnits(length)
      length = 0
    }
    const lead = bytes[at++] ?? 0
    let point = lead
    if (lead >= 0x80) {
      const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
      // The lead byte's own bits: five, four or three.
      point = lead & (0x3f >> more)
      for (let next = 0; next < more; next++) point = (point << 6) | ((bytes[at++] ?? 0) & 0x3f)
    }
    if (point < 0x10000) units[length++] = point
    else {
      units[length++] = 0xd800 + ((point - 0x10000) >> 10)
      units[length++] = 0xdc00 + (point & 0x3ff)
    }
  }
  return text + ofUnits(length)
}

function ofUnits(length: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[])
}
