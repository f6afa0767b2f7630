import { expect, it } from 'vitest'
import { correctionAddress } from '../../src/export/correctionAddress'

const LINK = 'https://example.org/?data=a%20b&incident=R&D-1'

it('fills in subject and link of a message', () => {
  const to = 'mailto:errors@example.org'
  const address = new URL(correctionAddress(to, 'R&D-1', 'Error in R&D-1?', LINK))
  expect(address.pathname).toBe('errors@example.org')
  expect(address.searchParams.get('subject')).toBe('Error in R&D-1?')
  expect(address.searchParams.get('body')?.trim()).toBe(LINK)
  // A mail program takes + for a plus sign.
  expect(address.search).not.toContain('+')
})

it('puts the id where an https address wants it', () => {
  const to = 'https://example.org/new?title=Error%20in%20{id}&report={id}'
  const { searchParams } = new URL(correctionAddress(to, 'R&D-1', '', LINK))
  expect([...searchParams.values()]).toEqual(['Error in R&D-1', 'R&D-1'])
})
