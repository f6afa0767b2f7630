import { signal } from '@preact/signals'

/** Takes a PNG of the map with a credit line under it; null without a map. */
export const mapPicture = signal<((credit: string) => Promise<Blob>) | null>(null)
