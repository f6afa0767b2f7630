import { expect, test } from 'vitest'
import { contactline } from './run'

const ORLAVIA = 'tests/fixtures/orlavia'
const OTHER_CONFLICT = /karabakh|azerbaijan|armenia|shusha|UTC\+4/i

test.each(['', 'check', 'join', 'export', 'stats', 'overlap', 'diff', 'publish'])(
  'the help of "%s" speaks of the conflict of the data folder only',
  (command) => {
    const args = command === '' ? [] : [command]
    const { stdout, status } = contactline([...args, '--help', '--data', ORLAVIA])
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: contactline')
    expect(stdout).not.toMatch(OTHER_CONFLICT)
  },
)

test('the help gives ids, days and the zone of the data folder', () => {
  const { stdout } = contactline(['export', '--help', '--data', ORLAVIA])
  for (const word of ['UTC−3:30', 'orlavia', 'river-wardens', 'corvane', '2031-03-17']) {
    expect(stdout).toContain(word)
  }
})

test('a folder with its own conflict is counted by its own parties', () => {
  const { stdout, stderr, status } = contactline(['stats', ORLAVIA])
  expect(stderr).not.toMatch(/error/)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^2031-03-03 to 2031-04-13: 41 reports\n/)
  expect(stdout).toMatch(/^Orlavia +orlavia +19$/m)
  expect(stdout).toMatch(/^Sarnock +sarnock +11$/m)
  expect(stdout).not.toMatch(OTHER_CONFLICT)
})

test('its slices are exported, and it has no errors', () => {
  const slice = ['--data', ORLAVIA, '--by', 'meridon', '--kind', 'overflight']
  const { features } = JSON.parse(contactline(['export', ...slice]).stdout)
  expect(features.length).toBeGreaterThan(0)
  for (const { properties } of features) expect(properties.reporting_party).toBe('Meridon')
  expect(contactline(['check', '--data', ORLAVIA]).status).toBe(0)
})
