import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A chdb that answers ClickHouse's requests over HTTP, as far as the command makes them: a real
 * engine behind a stand-in for a server. `node chdbServer.mjs PACKAGE` prints its port.
 */
const { Session } = createRequire(process.argv[2])(process.argv[2])
const folder = mkdtempSync(join(tmpdir(), 'contactline-server-'))
const session = new Session(join(folder, 'data'))
let files = 0
let last = Promise.resolve()

createServer((request, response) => {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    // One after another: a session has one stream at a time.
    last = last.then(() => answer(request, Buffer.concat(parts), response))
  })
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port)
})

async function answer(request, body, response) {
  const asked = new URL(request.url, 'http://localhost').searchParams.get('query')
  try {
    if (asked === null) await reply(body.toString(), response)
    else await insert(asked, body)
    response.end()
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'X-ClickHouse-Exception-Code': '1' })
    response.end(`Code: 1. DB::Exception: ${error.message}. (FAILED)`)
  }
}

/** Runs a statement, and sends its result if it names a format. */
async function reply(sql, response) {
  const [, query = sql, format] = /^(.*)\nFORMAT (\w+)$/s.exec(sql) ?? []
  if (format === undefined) await session.queryAsync(sql)
  else for await (const piece of session.queryStream(query, { format })) response.write(piece.raw())
}

/** Inserts what came with a statement. chdb has no input(). */
async function insert(sql, body) {
  const [, statement, format] = /^(.*)\s+FORMAT (\w+)$/s.exec(sql)
  if (format === 'TabSeparated') {
    const table = statement.replace('INSERT INTO ', '')
    if (body.length > 0) await session.insert({ table, values: body, format })
    return
  }
  const file = join(folder, `${files++}.csv`)
  writeFileSync(file, body)
  await session.queryAsync(statement.replace('FROM input(', `FROM file('${file}', 'CSV', `))
  rmSync(file)
}

process.on('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit()
})
