import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser, type Document, type Node } from '@xmldom/xmldom'
import type { Feature, Geometry } from 'geojson'
import { UserError } from '../../issues/problem'
import { isObject, type Json } from '../geojson/geojsonFeatures'

/** A document type can define entities that unpack without end. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i

/** A namespace for a prefix, or for names without one. */
const NAMESPACE = /\sxmlns(?::([^\s=<>"'/]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g
/** Namespaces that are declared where they are written: each is looked up through those around it. */
const MAX_NAMESPACES = 100
/** Elements in each other: the library reads an element again for each one of its kind around it. */
const MAX_DEPTH = 200

/**
 * The placemarks of KML, or waypoints, routes and tracks of GPX, as GeoJSON features. Their times
 * are in `when_start` and `when_end`, as they are written. Throws a UserError for damaged XML.
 */
export function readKml(text: string): Json[] {
  if (DOCUMENT_TYPE.test(text)) throw new UserError({ code: 'xmlWithTypes' })
  return readXml(text).map((feature) => {
    const { id, geometry } = feature
    return {
      type: 'Feature',
      id,
      geometry,
      properties: withTimes(feature.properties ?? {}),
    } as Json
  })
}

function readXml(text: string): Feature<Geometry | null>[] {
  const { xml, xmlns } = withFewNamespaces(text)
  try {
    const root = new DOMParser({
      xmlns,
      onError(level, message) {
        if (level !== 'warning') throw new Error(message)
      },
    }).parseFromString(xml, 'text/xml')
    checkDepth(root)
    const isGpx = root.documentElement?.localName === 'gpx'
    if (isGpx) dropMeasures(root)
    return (isGpx ? gpx(root) : kml(root)).features
  } catch {
    // Damaged, or with elements in each other so often that the library cannot read them.
    throw new UserError({ code: 'damagedXml' })
  }
}

/** The text without further declarations of namespaces, and what they declare. */
function withFewNamespaces(text: string) {
  const xmlns: Record<string, string> = {}
  let count = 0
  const xml = text.replaceAll(NAMESPACE, (whole, prefix = '', double = '', single = double) => {
    if (++count <= MAX_NAMESPACES) return whole
    xmlns[prefix] ??= single
    return ''
  })
  return { xml, xmlns }
}

function checkDepth(root: Document): void {
  let depth = 0
  let node: Node | null = root
  while (node) {
    if (node.firstChild && ++depth > MAX_DEPTH) throw new Error('it is nested too deep')
    let next: Node | null = node.firstChild ?? node.nextSibling
    while (!next && node.parentNode) {
      node = node.parentNode
      depth--
      next = node.nextSibling
    }
    node = next
  }
}

/** Removes what a device measured at points of lines: each name of it makes a list as long as its line. */
function dropMeasures(root: Document): void {
  for (const each of Array.from(root.getElementsByTagName('extensions'))) {
    const { parentNode } = each
    if (/^(?:trk|rte)pt$/.test(parentNode?.nodeName ?? '')) parentNode?.removeChild(each)
  }
}

function withTimes({ timestamp, timespan, time, description, desc, ...others }: Json): Json {
  const span = isObject(timespan) ? timespan : { begin: timestamp ?? time }
  const about = isObject(description) ? description.value : (description ?? desc)
  const words = [others.name, about].filter((each) => typeof each === 'string').map(plainText)
  return {
    ...(span.begin !== undefined && { when_start: span.begin }),
    ...(span.end !== undefined && { when_end: span.end }),
    ...others,
    description: words.filter(Boolean).join(': '),
  }
}

/** The text of HTML without its tags. */
function plainText(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
