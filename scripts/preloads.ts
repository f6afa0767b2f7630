import type { HtmlTagDescriptor, Rolldown } from 'vite'

/** What the page reads at its start, in the order in which it needs it. */
const DATA_FILES = ['incidents.csv', 'places.csv', 'geometry.json', 'sources.csv']

/** What MapView.tsx imports when it starts. */
const MAP = /\/src\/map\/create\.ts$/

/**
 * Tags for the head of a page that request what its first view needs and the head does not name
 * yet, so that none of it waits for a script to be loaded first. Without a bundle, in development,
 * there are no scripts to name.
 */
export function preloadTags(html: string, bundle: Rolldown.OutputBundle = {}): HtmlTagDescriptor[] {
  const files = DATA_FILES.map((name) => link('preload', `data/${name}`, { as: 'fetch' }))
  // The map follows the list, and must not slow it down.
  const later = { fetchpriority: 'low' }
  const scripts = mapScripts(bundle).filter((name) => !html.includes(name))
  return [...files, ...scripts.map((name) => link('modulepreload', name, later))]
}

/**
 * The scripts that come with the dynamic import of the map. Its style sheet is not preloaded:
 * browsers warn when one is not in use soon, and on a slow machine the map comes late.
 */
function mapScripts(bundle: Rolldown.OutputBundle): string[] {
  const scripts = new Set<string>()
  const follow = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || scripts.has(name)) return
    scripts.add(name)
    file.imports.forEach(follow)
  }
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && MAP.test(file.facadeModuleId ?? '')) follow(file.fileName)
  }
  return [...scripts]
}

/** `crossorigin` requests a file as `fetch` and `import` do: otherwise it would be loaded twice. */
function link(rel: string, href: string, attributes: Record<string, string>): HtmlTagDescriptor {
  const attrs = { rel, crossorigin: true, ...attributes, href: `./${href}` }
  return { tag: 'link', attrs, injectTo: 'head' }
}
