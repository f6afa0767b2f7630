import { showPane } from '../../app/actions'
import { loadOpenFile } from '../../app/loadOpenFile'

/** Opens files that the user chose or dropped; the code that reads them is loaded first. */
export async function openFilesOf(list: FileList | null | undefined): Promise<void> {
  const files = [...(list ?? [])]
  if (files.length === 0) return
  showPane('data', true)
  const { openGiven } = await loadOpenFile()
  await openGiven(files)
}
