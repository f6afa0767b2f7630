import type { Page } from 'playwright-core'

/** Difference in a channel that anti-aliasing may make. */
const NEAR = 40

/**
 * The share of pixels of a PNG that have no similar one within 1 px in another, larger PNG, `left`
 * and `top` px from its corner. Both are base64.
 */
export function shareMoved(
  page: Page,
  one: string,
  other: string,
  [left, top]: readonly [number, number] = [0, 0],
): Promise<number> {
  return page.evaluate(
    async ([one, other, left, top, near]) => {
      const draw = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const { width, height } = await createImageBitmap(new Blob([bytes])).then((bitmap) => {
          context.canvas.width = bitmap.width
          context.canvas.height = bitmap.height
          context.drawImage(bitmap, 0, 0)
          return bitmap
        })
        return { width, height, data: context.getImageData(0, 0, width, height).data }
      }
      const context = new OffscreenCanvas(1, 1).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D
      const [a, b] = [await draw(one), await draw(other)]
      const isLike = (at: number, x: number, y: number) =>
        [0, 1, 2].every((part) => {
          const like = b.data[(y * b.width + x) * 4 + part] ?? 0
          return Math.abs((a.data[at + part] ?? 0) - like) < near
        })
      const around = [0, -1, 1].flatMap((y) => [0, -1, 1].map((x) => [x, y] as const))
      let moved = 0
      for (let y = 0; y < a.height; y++) {
        for (let x = 0; x < a.width; x++) {
          const at = (y * a.width + x) * 4
          const [atX, atY] = [x + Math.round(left), y + Math.round(top)]
          if (!around.some(([right, down]) => isLike(at, atX + right, atY + down))) moved++
        }
      }
      return moved / (a.width * a.height)
    },
    [one, other, left, top, NEAR] as const,
  )
}
