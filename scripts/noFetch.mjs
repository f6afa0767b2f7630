/**
 * Stands in the page for the two packages by which Citation.js can fetch (vite.config.ts). Writing citations
 * needs no network, and `node-fetch` needs Node.
 */
export const Headers = undefined

export default function noFetch() {
  throw new Error('Citations are written without the network.')
}
