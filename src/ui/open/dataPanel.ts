import { signal } from '@preact/signals'
import { loadOpenFile } from '../../app/loadOpenFile'

/** Whether "Your data" is open. */
export const dataOpen = signal(false)

/** Opens files that the user chose or dropped; the code that reads them is loaded first. */
export async function openFilesOf(list: FileList | null | undefined): Promise<void> {
  const files = [...(list ?? [])]
  if (files.length === 0) return
  dataOpen.value = true
  const { openGiven } = await loadOpenFile()
  await openGiven(files)
}
