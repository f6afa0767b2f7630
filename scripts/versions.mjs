import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm run versions -- OLD`: puts what `contactline diff OLD geodata` finds at the head of
 * geodata/versions.json, under the version and day of geodata/dataset.json. OLD is the folder of the version
 * before. Run again for the same version, it replaces the entry.
 */
const [older, newer = fileURLToPath(new URL('../geodata', import.meta.url))] = process.argv.slice(2)
if (!older) fail('Name the folder of the version before: npm run versions -- OLD')

const before = read(join(older, 'dataset.json'))
const { version, released } = read(join(newer, 'dataset.json'))
if (before.version === version) {
  fail(`Both are version ${version}. Raise "version" in ${join(newer, 'dataset.json')} first.`)
}

const command = fileURLToPath(new URL('../bin/contactline.mjs', import.meta.url))
const run = spawnSync(process.execPath, [command, 'diff', older, newer, '--json'], {
  encoding: 'utf8',
  maxBuffer: 500_000_000,
})
if (run.status !== 0) fail(run.stderr)
const tables = Object.fromEntries(
  Object.entries(JSON.parse(run.stdout)).map(([name, { records, added, corrected, withdrawn }]) => [
    name,
    {
      records: records.new,
      added: added.map(({ id, about }) => ({ id, about })),
      corrected,
      withdrawn: withdrawn.map(({ id, about, reason }) => ({ id, about, reason })),
    },
  ]),
)
const list = join(newer, 'versions.json')
const earlier = read(list).filter((entry) => entry.version !== version)
const entries = [{ version, released, previous: before.version, tables }, ...earlier]
writeFileSync(list, `${JSON.stringify(entries, null, 2)}\n`)
console.log(`${list}: version ${version} compared with ${before.version}`)

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return fail(`${path} is missing or is not JSON. Check the name of its folder.`)
  }
}

function fail(sentence) {
  console.error(sentence.trim())
  process.exit(1)
}
