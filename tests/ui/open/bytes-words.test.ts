import { expect, test } from 'vitest'
import { bytesWords } from '../../../src/ui/open/bytesWords'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [812, '812 bytes'],
  [1400, '1.40 kB'],
  [12_345_678, '12.3 MB'],
  [5e12, '5,000 GB'],
])('%d bytes: %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words)
})
