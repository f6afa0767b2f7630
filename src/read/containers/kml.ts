import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import type { Feature, Geometry } from 'geojson'
import { UserError } from '../../issues/problem'
import { isObject, type Json } from '../geojson/geojsonFeatures'

/** A document type can define entities that unpack without end. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i

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
  try {
    const root = new DOMParser({
      onError(level, message) {
        if (level !== 'warning') throw new Error(message)
      },
    }).parseFromString(text, 'text/xml')
    const isGpx = root.documentElement?.localName === 'gpx'
    return (isGpx ? gpx(root) : kml(root)).features
  } catch {
    // Damaged, or with elements in each other so often that the library cannot read them.
    throw new UserError({ code: 'damagedXml' })
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
