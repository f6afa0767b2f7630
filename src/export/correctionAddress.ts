/**
 * The address to report an error in a report to. `corrections` is that of dataset.json: an https
 * address with `{id}` in it, or a `mailto:`, which gets the subject and, in its body, the link.
 */
export function correctionAddress(
  corrections: string,
  id: string,
  subject: string,
  link: string,
): string {
  if (!corrections.startsWith('mailto:')) {
    return corrections.replaceAll('{id}', encodeURIComponent(id))
  }
  const body = encodeURIComponent(`${link}\r\n\r\n`)
  return `${corrections}?subject=${encodeURIComponent(subject)}&body=${body}`
}
