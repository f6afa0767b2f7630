import { writeUrl } from '../../app/url'
import { tools } from '../../messages/tools'

/** Copies text to the clipboard. False if the browser refuses (no permission, no secure origin). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The address of the screen, with its dates, so that it always shows the same. */
export function pageLink(): string {
  return new URL(`?${writeUrl(true)}`, location.href).href
}

/** Copies that address; says whether it did. */
export async function copyPageLink(): Promise<string> {
  const link = pageLink()
  return (await copyText(link)) ? tools.linkCopied() : tools.linkNotCopied({ link })
}
