import { outlines, parts } from '../../app/state'
import { writeUrl } from '../../app/url'
import { isLinkable } from '../../files/shownFile'
import { tools } from '../../messages/compiled/tools'
import { formatList } from '../../messages/intl'

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

/** Copies that address; says whether it did, and where it does not open the same. */
export async function copyPageLink(): Promise<string> {
  const link = pageLink()
  if (!(await copyText(link))) return tools.linkNotCopied({ link })
  const files = parts.value.map(({ opened }) => opened?.file ?? null)
  const own = [...files, outlines.value?.file ?? null].filter((file) => file !== null)
  const local = own.filter((file) => !isLinkable(file))
  if (local.length === 0) return tools.linkCopied()
  const names = formatList(local.map(({ name }) => name))
  const isKept = local.every(({ key }) => key !== null)
  return isKept ? tools.linkCopiedHere({ files: names }) : tools.linkCopiedWithout({ files: names })
}
