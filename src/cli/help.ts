import { type Conflict, formatZone } from '../model/conflict'
import { FACET_KEYS, type FacetKey, facetValues, isSingleChoice } from '../model/facets'

/** The commands, in the order of help. */
export type CommandName = 'check' | 'join' | 'export' | 'stats' | 'diff'

const FILES = `FILES are CSV files with the columns of geodata/README.md, GeoJSON files that Contactline exported, folders of
them, or - for standard input. Which table a file is shows from its header. For a table that none of them is, the
shipped one is used (geodata/, or --data).`

const COMMON = `  --out FILE        write there instead of to standard output: whole, or not at all
  --data DIR        the folder of the shipped records, gazetteer and districts
  --json            JSON instead of tables
  --strict          end with 1 on warnings too
  --help            this text`

/** What options say about facets besides their values. */
const FACET_WORDS: Readonly<Partial<Record<FacetKey, string>>> = {
  area: 'areas by id, comma-separated: shusha,aghdam; unlocated for reports that name none',
  by: 'who reports: ',
  accused: 'who is accused: ',
  denied: 'whether a party denied it',
  source: 'reports that cite one of these sources',
}

function facetLine(key: FacetKey, conflict: Conflict): string {
  const values =
    key === 'area' || key === 'source' || isSingleChoice(key) ? [] : facetValues(key, conflict)
  const option = isSingleChoice(key) ? `--${key} yes|no` : `--${key} IDS`
  return `  ${option.padEnd(22)} ${FACET_WORDS[key] ?? ''}${values.join(', ')}`
}

function sliceHelp(conflict: Conflict): string {
  return `Which reports (the names and values are those of a link to the page; without any, all that is on file):
  --from DAY, --to DAY   local days (${formatZone(conflict)}), both included: 2022-11-29
  --off DAYS             days, ISO weeks or months switched off: 2022-11-29,2022-W48,2022-11
${FACET_KEYS.map((key) => facetLine(key, conflict)).join('\n')}
  --possible 0           leave out reports that only reach into the window
  --q WORDS              reports that hold all of these words, in any spelling of case and accents`
}

const EXITS = `Exit codes: 0 done; 1 errors in the data (what could be read is still written); 2 wrong command line;
3 a file cannot be read or written.`

export function help({ subject }: Conflict): string {
  return `Usage: contactline COMMAND [FILES] [OPTIONS]

Reports of ${subject}: check, join, slice and compare them. The parser,
the join and the exports are those of the page.

Commands:
  check    say what is wrong in a dataset: file, row, column and remedy of each issue
  join     reports to districts and sources, as GeoJSON
  export   a slice as GeoJSON, CSV or citations
  stats    counts by month, area, party and precision
  diff     what changed between two versions

Options of every command:
${COMMON}
  --version         the version of the program and of the dataset

${EXITS} SOURCE_DATE_EPOCH (seconds) sets the time that exports say they were made.

Examples:
  contactline check
  contactline join my-reports.csv --out my-reports.geojson
  contactline export --from 2022-11-29 --to 2022-11-30 --area shusha,aghdam --format csv
  contactline help export
`
}

/** The help of one command. */
export function commandHelp(name: CommandName, conflict: Conflict): string {
  return COMMAND_HELP[name](conflict)
}

const COMMAND_HELP: Readonly<Record<CommandName, (conflict: Conflict) => string>> = {
  check: () => `Usage: contactline check [FILES] [OPTIONS]

Reads and joins a dataset and lists every issue with its file, row, column and remedy. Errors are rows that are left
out; warnings are values that are read as unknown. Without FILES: the shipped dataset.
${FILES}

${COMMON}

Examples:
  contactline check
  contactline check my-reports.csv my-sources.csv
  contactline check --json < /dev/null
  cat my-reports.csv | contactline check -

${EXITS}
`,
  join: () => `Usage: contactline join FILES [OPTIONS]

Joins reports to districts by name and, where rows have lon and lat, by coordinates; writes one GeoJSON feature a
report with the ids of its areas in properties.areas, several separated by "; ". Issues go to standard error.
A reports file has at least the columns id, date_start, areas, reported_by, reporting_party, summary. Without FILES,
what is piped in is read.
${FILES}

${COMMON}

Examples:
  contactline join my-reports.csv > my-reports.geojson
  contactline join my-reports.csv my-sources.csv --out my-reports.geojson
  cat my-reports.csv | contactline join - --json 2> issues.json > my-reports.geojson

${EXITS}
`,
  export: (conflict) => `Usage: contactline export [FILES] [OPTIONS]

Writes a slice as the page's Export menu does, byte for byte but for the time of the export. Without FILES: of the
shipped records.
${FILES}

  --format NAME     geojson (reports; the usual one), districts (GeoJSON of districts with counts), csv,
                    bibtex, ris, csl (the sources of the slice)
${COMMON}

${sliceHelp(conflict)}

Examples:
  contactline export --from 2022-11-29 --to 2022-11-30 --format geojson --out two-days.geojson
  contactline export --area lachin,shusha --by russia --format csv
  contactline export --kind mine --denied yes --format bibtex --out mines.bib

${EXITS}
`,
  stats: (conflict) => `Usage: contactline stats [FILES] [OPTIONS]

Counts a slice by month, area, reporting party and precision. "At least n, up to m": n reports lie wholly in the window,
the others only reach into it. Without FILES: of the shipped records.
${FILES}

${COMMON}

${sliceHelp(conflict)}

Examples:
  contactline stats
  contactline stats --from 2022-09-01 --to 2022-09-30 --by armenia
  contactline stats my-reports.csv --json --out counts.json

${EXITS}
`,
  diff: () => `Usage: contactline diff OLD NEW [OPTIONS]

Compares two versions of a dataset by record id and field: added, corrected (field, old and new value), withdrawn. OLD and
NEW are CSV files, exported GeoJSON files, or folders of them. The reason of a withdrawal is read from withdrawn.csv
(columns id, reason) beside NEW.

${COMMON}

Examples:
  contactline diff old/geodata geodata
  contactline diff old-incidents.csv geodata/incidents.csv --json

${EXITS}
`,
}
