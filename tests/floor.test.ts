import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('README names the oldest browsers that the build is made for', () => {
  const config = readFileSync('vite.config.ts', 'utf8')
  const readme = readFileSync('README.md', 'utf8')
  const oldest = /'chrome(\d+)', 'firefox(\d+)', 'safari(\d+)'/.exec(config) ?? []
  expect(oldest).toHaveLength(4)
  expect(readme).toContain(`Chromium ${oldest[1]}`)
  expect(readme).toContain(`Firefox ${oldest[2]}`)
  expect(readme).toContain(`Safari ${oldest[3]}`)
})
