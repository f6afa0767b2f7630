import { UserError } from '../../issues/problem'

/** The most that browsers draw: px of a side, and of all. */
const MOST = { side: 16_384, area: 16_384 * 16_384 }

/** Whether a picture of that size, px, is too large for browsers. */
export function isTooLarge(width: number, height: number): boolean {
  return Math.max(width, height) > MOST.side || width * height > MOST.area
}

/** An SVG document as PNG, `scale` times as large. Rejects with a UserError when the browser cannot. */
export async function rasterise(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject()), 'image/png')
    })
  } catch {
    throw new UserError({ code: 'noPicture' })
  } finally {
    URL.revokeObjectURL(url)
  }
}
