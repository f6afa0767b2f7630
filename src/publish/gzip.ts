import { gunzipSync, gzipSync } from 'fflate'

/** Parquet's GZIP: some fifth smaller than Snappy, and without WebAssembly, which the page forbids. */
export const GZIP = 'GZIP'

/** For writing. Without a time, equal pages are equal bytes. */
export const COMPRESS = { [GZIP]: (page: Uint8Array) => gzipSync(page, { mtime: 0 }) }

/** For reading: `length` is that of the page. */
export const DECOMPRESS = {
  [GZIP]: (bytes: Uint8Array, length: number) => gunzipSync(bytes, { out: new Uint8Array(length) }),
}
