import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { WebSocket } from 'ws'

/** Debian's Firefox, if it is installed. */
export function findFirefox(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((each) => join(each, 'firefox-esr')).find((path) => existsSync(path))
}

export interface FirefoxPage {
  /** Runs a function in the page. Its argument and its result are what JSON keeps of them. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>
  /** Where downloads go. */
  readonly downloads: string
  /** Errors that the page has logged. */
  readonly problems: readonly string[]
  close(): Promise<void>
}

/** Opens an address by WebDriver BiDi: Playwright does not drive a Firefox ESR. */
export async function openFirefox(executable: string, address: string): Promise<FirefoxPage> {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'))
  const args = ['--headless', '--remote-debugging-port=0', '--profile', folder]
  const browser = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  process.once('exit', () => browser.kill())
  const ended = once(browser, 'exit')
  const endpoint = await new Promise<string>((resolve, reject) => {
    let printed = ''
    browser.once('exit', () => reject(new Error(`Firefox ended: ${printed}`)))
    browser.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /WebDriver BiDi listening on (ws:\S+)\s/.exec(printed)
      if (address) resolve(`${address[1]}/session`)
    })
  })
  const socket = new WebSocket(endpoint)
  await once(socket, 'open')

  const problems: string[] = []
  const answers = new Map<number, (message: Record<string, unknown>) => void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    if (message.method === 'log.entryAdded' && message.params.level === 'error') {
      problems.push(message.params.text)
    }
    answers.get(message.id)?.(message)
  })
  let sent = 0
  // biome-ignore lint/suspicious/noExplicitAny: each command has an answer of its own
  const send = (method: string, params: object): Promise<any> =>
    new Promise((resolve, reject) => {
      const id = ++sent
      answers.set(id, ({ error, message, result }) =>
        error ? reject(new Error(`${method}: ${error}: ${message}`)) : resolve(result),
      )
      socket.send(JSON.stringify({ id, method, params }))
    })

  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  const downloadBehavior = { type: 'allowed', destinationFolder: folder }
  await send('browser.setDownloadBehavior', { downloadBehavior })
  const { contexts } = await send('browsingContext.getTree', {})
  const [{ context }] = contexts
  await send('browsingContext.navigate', { context, url: address, wait: 'complete' })
  return {
    downloads: folder,
    problems,
    async evaluate(run, argument) {
      const call = `(${run})(${JSON.stringify(argument)})`
      const expression = `(async () => JSON.stringify(await ${call}))()`
      const options = { target: { context }, awaitPromise: true, userActivation: true }
      const { result, exceptionDetails } = await send('script.evaluate', { expression, ...options })
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return result.value === undefined ? undefined : JSON.parse(result.value)
    },
    async close() {
      await send('browser.close', {})
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
