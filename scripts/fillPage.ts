import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { issueText } from '../src/issues/issueText'
import type { Conflict } from '../src/model/conflict'
import { formatDay } from '../src/model/day'
import { parseConflict } from '../src/schema/parseConflict'
import { joinedDataset } from './allReports'

const JSON_LD = /(<script type="application\/ld\+json">)(.*?)(<\/script>)/s
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * Fills in a page from the dataset in a folder: %TITLE% and the like, and the JSON-LD if it has
 * any.
 */
export function fillPage(html: string, folder: string): string {
  const conflict = readConflict(join(folder, 'dataset.json'))
  const { span } = joinedDataset(folder)
  const [from, to] = [formatDay(span.from), formatDay(span.to)]
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  const texts: Readonly<Record<string, string>> = {
    TITLE: conflict.title,
    SHORT_TITLE: conflict.shortTitle,
    SUBJECT: conflict.subject,
    YEARS: first === last ? first : `${first} to ${last}`,
  }
  return html
    .replace(/%([A-Z_]+)%/g, (whole, name: string) => escapeHtml(texts[name] ?? whole))
    .replace(JSON_LD, (_, start: string, json: string, end: string) => {
      const filled = { ...JSON.parse(json), ...work(conflict), temporalCoverage: `${from}/${to}` }
      return start + JSON.stringify(filled).replaceAll('<', '\\u003c') + end
    })
}

/** Throws an error that lists the faults, so that no site is built with them. */
function readConflict(path: string): Conflict {
  const { conflict, issues } = parseConflict(readFileSync(path, 'utf8'), path)
  if (conflict) return conflict
  throw new Error(issues.map((issue) => `${path}: ${issueText(issue)}.`).join('\n'))
}

/** The dataset as a creative work, in schema.org terms. */
function work(conflict: Conflict) {
  return {
    name: conflict.title,
    description: conflict.description,
    version: conflict.version,
    datePublished: conflict.released,
    license: `https://spdx.org/licenses/${conflict.licence}.html`,
    creator: { '@type': 'Organization', name: `The ${conflict.shortTitle} authors` },
    keywords: conflict.keywords,
    measurementTechnique: `Compiled from ${conflict.compiledFrom}`,
    spatialCoverage: { '@type': 'Place', name: conflict.region },
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
}
