import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contactline, emptyFolder } from './run'

const text = readFileSync('CONTRIBUTING.md', 'utf8')
const blocks = [...text.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, csv]) => csv ?? '')

test('the worked example passes the check that it recommends', () => {
  const [sources = '', reports = ''] = blocks
  const folder = emptyFolder()
  const [mine, pages] = [join(folder, 'my-reports.csv'), join(folder, 'my-sources.csv')]
  writeFileSync(mine, reports)
  writeFileSync(pages, sources)
  const { stdout, status } = contactline(['check', '--strict', mine, pages])
  expect(stdout).toContain('my-reports.csv: 1 report\n')
  expect(stdout).toContain('my-sources.csv: 2 sources\n')
  expect(stdout).toContain('No errors, no warnings.')
  expect(status).toBe(0)
  const [feature] = JSON.parse(contactline(['join', mine, pages]).stdout).features
  expect(feature.properties).toMatchObject({ areas: 'kalbajar', killed: 0 })
})

test('the mistake that it shows is told in those words', () => {
  const [, reports = ''] = blocks
  const broken = reports.replace(',Azerbaijan,Armenia,', ',Azerbajan,Armenia,')
  const { stdout } = contactline(['check', '-'], { input: broken })
  const shown = /(reporting_party "Azerbajan".*Remedy: write one of: Azerbaijan)/.exec(text)?.[1]
  expect(shown).toBeDefined()
  expect(stdout).toContain(shown)
})
