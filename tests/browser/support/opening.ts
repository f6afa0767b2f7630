import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** The path of a file to open. */
export const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/opened/${name}`, import.meta.url))

/** The dialog that opens files. */
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your data' })

export const heading = (page: Page, name: string) => dialog(page).getByRole('heading', { name })

/** Opens files of the fixtures, or a table written by the test, through the dialog. */
export async function choose(page: Page, ...files: string[] | [{ name: string; text: string }]) {
  if (!(await dialog(page).isVisible())) {
    await page.getByRole('button', { name: /Open file|other files/ }).click()
  }
  const [first] = files
  const chosen =
    typeof first === 'object'
      ? { name: first.name, mimeType: 'text/csv', buffer: Buffer.from(first.text) }
      : (files as string[]).map(fixture)
  await dialog(page).locator('input[type=file]').setInputFiles(chosen)
}

export async function close(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}
