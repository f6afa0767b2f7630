/** The size of a picture, px, and how much larger than on the screen its letters and marks are. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly zoom: number
  /** The size is that of the map alone: what is written around it makes the picture higher. */
  readonly isMap: boolean
}

/** Sizes for an article, for the card of a shared link, and for a story on a phone. */
export const FRAMES = {
  article: { width: 1600, height: 1000, zoom: 1.6, isMap: false },
  card: { width: 1200, height: 675, zoom: 1.5, isMap: false },
  story: { width: 1080, height: 1350, zoom: 2, isMap: false },
} as const satisfies Record<string, Frame>
