import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, in a folder of its host and not at its root. */
    site: string
    chromium: string
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Serves the built site for the browser tests, as `npm start` does, and finds a browser once for them all. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync(`${root}dist/index.html`)) {
    throw new Error('The browser tests run on the built site: run "npm run build" first.')
  }
  project.provide('chromium', findChromium())
  const server = spawn(process.execPath, ['scripts/serve.mjs', '--under', 'some/folder'], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  project.provide('site', await printedAddress(server))
  return () => {
    server.kill()
  }
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
