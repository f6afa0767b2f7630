import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site built on the frozen dataset, in a folder of its host and not at its root. */
    site: string
    /** The same for the site that ships: dist/. */
    shippedSite: string
    /** The same for the site of an invented conflict. */
    orlaviaSite: string
    chromium: string
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

const FROZEN_SITE = '.cache/frozen-site'
const ORLAVIA_SITE = '.cache/orlavia-site'

/** Builds the frozen and the invented site, serves both and dist/, and finds a browser. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync(`${root}dist/index.html`)) {
    throw new Error('The browser tests run on the built site: run "npm run build" first.')
  }
  project.provide('chromium', findChromium())
  build('tests/fixtures/dataset', FROZEN_SITE)
  build('tests/fixtures/orlavia', ORLAVIA_SITE)
  const servers = [serve(FROZEN_SITE), serve('dist'), serve(ORLAVIA_SITE)] as const
  project.provide('site', await printedAddress(servers[0]))
  project.provide('shippedSite', await printedAddress(servers[1]))
  project.provide('orlaviaSite', await printedAddress(servers[2]))
  return () => {
    for (const server of servers) server.kill()
  }
}

/** In a process of its own: in this one Vite would take the build for a test's, not for production. */
function build(data: string, site: string): void {
  const outDir = `${root}${site}`
  const options = ['--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  execFileSync('npx', ['vite', 'build', ...options], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CONTACTLINE_DATA: data,
      // The pseudo-locale (docs/messages.md), which the shipped site has not.
      CONTACTLINE_PSEUDO: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function serve(site: string): ChildProcess {
  const args = ['scripts/serve.mjs', '--site', site, '--under', '/some/folder/']
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', () =>
      reject(new Error('scripts/serve.mjs ended before it served the site.')),
    )
    let printed = ''
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /^http\S+$/m.exec(printed)
      if (address && printed.includes('\n')) resolve(address[0])
    })
  })
}
