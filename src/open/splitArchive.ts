import { zipSync } from 'fflate'
import { unpackFile } from '../read/containers/unpack'
import { recogniseFile } from './recogniseFile'

interface NamedFile {
  readonly name: string
  readonly blob: Blob
}

/** The file of districts in an archive, and an archive of its other files. */
export async function splitArchive({ name, blob }: NamedFile): Promise<NamedFile[]> {
  const inner = await unpackFile(new Uint8Array(await blob.arrayBuffer()))
  const areAreas = inner.map((file) =>
    recogniseFile(file.name, [file]).then(
      (found) => found.some((each) => each.found.kind === 'areas'),
      () => false,
    ),
  )
  const at = (await Promise.all(areAreas)).indexOf(true)
  const areas = inner.slice(at, at + 1).map((file) => ({
    name: file.name,
    blob: new Blob([file.bytes as BlobPart]),
  }))
  const others = inner.filter((_, index) => index !== at).map((file) => [file.name, file.bytes])
  const rest = zipSync(Object.fromEntries(others), { level: 0 })
  return [...areas, { name, blob: new Blob([rest as BlobPart]) }]
}
