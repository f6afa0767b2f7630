import { signal } from '@preact/signals'

/** Whether "Your data" is open. */
export const dataOpen = signal(false)

/** Opens files that the reader chose or dropped; what reads them is loaded first. */
export async function openFilesOf(list: FileList | null | undefined): Promise<void> {
  const files = [...(list ?? [])]
  if (files.length === 0) return
  dataOpen.value = true
  const { openGiven } = await import('../../app/openFile')
  await openGiven(files)
}
