import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Completes package-lock.json after a dependency was added: `npm run lock`. A registry that carries the
 * builds of some platforms only makes npm leave the others out of the lock, and `npm ci` then refuses it
 * everywhere. What stands here for such a build is what its parent says of it; npm skips it elsewhere.
 */
const FILE = new URL('../package-lock.json', import.meta.url)
const PLATFORM = /(android|darwin|freebsd|linux|win32)-(arm64|x64|arm|ia32)(?:-(musl|gnu))?/

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const { '': root, ...packages } = lock.packages
const added = []

for (const [path, parent] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`
    if (place in packages || `${path}/${place}` in packages) continue
    const match = PLATFORM.exec(name)
    if (!match) continue
    const [, os, cpu, libc] = match
    packages[place] = {
      version,
      cpu: [cpu],
      ...(parent.dev && { dev: true }),
      ...(os === 'linux' && libc && { libc: [libc === 'gnu' ? 'glibc' : libc] }),
      optional: true,
      os: [os],
    }
    added.push(name)
  }
}

// Code-unit order but for the case of letters, as npm writes it.
const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = { '': root, ...Object.fromEntries(sorted) }
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'The lock is complete.' : `Put back: ${added.join(', ')}`)
