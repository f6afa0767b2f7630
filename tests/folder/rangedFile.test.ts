import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { RangedFile, type ReadRange } from '../../src/folder/rangedFile'
import { requestRange } from '../../src/open/fetchFile'
import { runs } from '../propertyRuns'

const SIZE = 50_000
const BYTES = Uint8Array.from({ length: SIZE }, (_, at) => (at * 7919) % 251)
const FILE = { path: 'counts.parquet', bytes: SIZE }

/** A host, and the ranges that were requested of it. */
function host(change: Partial<Awaited<ReturnType<ReadRange>>> = {}) {
  const requests: [number, number][] = []
  const read: ReadRange = async (_, from, to) => {
    requests.push([from, to])
    const bytes = BYTES.slice(from, to).buffer
    return { bytes, isWhole: false, total: SIZE, version: 'a', ...change }
  }
  return { requests, read }
}

const someRange = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(4000))
  .map(([from, length]): [number, number] => [from, Math.min(SIZE, from + length + 1)])

test('gives the bytes of any ranges that are asked for together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someRange, { minLength: 1, maxLength: 12 }), async (ranges) => {
      const { read, requests } = host()
      const file = new RangedFile(FILE, read)
      const found = await Promise.all(ranges.map(([from, to]) => file.slice(from, to)))
      for (const [at, [from, to]] of ranges.entries()) {
        expect(new Uint8Array(found[at] ?? new ArrayBuffer(0))).toEqual(BYTES.slice(from, to))
      }
      expect(requests.length).toBeLessThanOrEqual(ranges.length)
    }),
    { numRuns: runs(100) },
  )
})

test('requests ranges that are near each other once', async () => {
  const { read, requests } = host()
  const file = new RangedFile(FILE, read)
  await Promise.all([file.slice(0, 100), file.slice(200, 300), file.slice(40_000, 40_010)])
  expect(requests).toEqual([
    [0, 300],
    [40_000, 40_010],
  ])
})

test('requests a file once that its host sends as a whole', async () => {
  const { read, requests } = host({ bytes: BYTES.slice().buffer, isWhole: true, total: null })
  const file = new RangedFile(FILE, read)
  expect(new Uint8Array(await file.slice(10, 20))).toEqual(BYTES.slice(10, 20))
  expect(new Uint8Array(await file.slice(30, 40))).toEqual(BYTES.slice(30, 40))
  expect(requests).toHaveLength(1)
})

test.for([
  ['another size', { total: SIZE + 1 }],
  ['fewer bytes', { bytes: new ArrayBuffer(1) }],
  ['another size as a whole', { isWhole: true, bytes: new ArrayBuffer(5), total: null }],
] as const)('rejects %s', async ([, change]) => {
  const problem = { code: 'folderChanged', params: { path: FILE.path } }
  await expect(new RangedFile(FILE, host(change).read).slice(0, 10)).rejects.toMatchObject({
    problem,
  })
})

test('rejects another version than that of the first range', async () => {
  let version = 0
  const { read } = host()
  const file = new RangedFile(FILE, async (...range) => ({
    ...(await read(...range)),
    version: `${version++}`,
  }))
  await file.slice(0, 10)
  await expect(file.slice(10, 20)).rejects.toMatchObject({ problem: { code: 'folderChanged' } })
})

afterEach(() => vi.unstubAllGlobals())

test('refuses large files of a host without ranges', async () => {
  const headers = { 'Content-Length': '3000000' }
  vi.stubGlobal('fetch', async () => new Response('x', { headers }))
  await expect(requestRange('counts.parquet', 0, 10)).rejects.toMatchObject({
    problem: { code: 'noRanges' },
  })
})

test('reads what a host says of a range', async () => {
  const headers = { 'Content-Range': 'bytes 0-2/9', ETag: '"v"' }
  vi.stubGlobal('fetch', async () => new Response('abc', { status: 206, headers }))
  const read = await requestRange('counts.parquet', 0, 3)
  expect({ ...read, bytes: read.bytes.byteLength }).toEqual({
    bytes: 3,
    isWhole: false,
    total: 9,
    version: '"v"',
  })
})
