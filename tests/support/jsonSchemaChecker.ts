type Schema = Readonly<Record<string, unknown>>

/** Keywords that only describe. */
const SILENT = new Set(['$schema', 'title', 'description', 'examples'])

/**
 * What of a value breaks a JSON Schema, as `path: what`. Knows the keywords that the project's schemas use and
 * throws on any other, so that none is taken for checked.
 */
export function schemaFaults(schema: Schema, value: unknown, path = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (SILENT.has(keyword)) return []
    const check = KEYWORDS[keyword]
    if (!check) throw new Error(`The checker does not know the keyword "${keyword}".`)
    return check(rule as never, value, path, schema)
  })
}

type Check = (rule: never, value: unknown, path: string, schema: Schema) => string[]

/** Checks a value by itself; `holds` is asked only for values of the type that the keyword is about. */
function own<Rule, Value>(
  isAsked: (value: unknown) => value is Value,
  holds: (rule: Rule, value: Value) => boolean,
): Check {
  return (rule: Rule, value: unknown, path: string) =>
    isAsked(value) && !holds(rule, value)
      ? [`${path}: ${JSON.stringify(value)} breaks ${rule}`]
      : []
}
const isAny = (_: unknown): _ is unknown => true
const isNumber = (value: unknown) => typeof value === 'number'
const isText = (value: unknown) => typeof value === 'string'
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

const KEYWORDS: Readonly<Record<string, Check>> = {
  type: own(isAny, (rule: string | string[], value) =>
    [rule].flat().some((type) => isOfType(type, value)),
  ),
  const: own(isAny, (rule: unknown, value) => value === rule),
  enum: own(isAny, (rule: unknown[], value) => rule.includes(value)),
  pattern: own(isText, (rule: string, value) => new RegExp(rule, 'u').test(value)),
  // The only format in use is that of a time.
  format: own(isAny, (rule: string, value) => rule === 'date-time' && !!Date.parse(`${value}`)),
  minimum: own(isNumber, (rule: number, value) => value >= rule),
  maximum: own(isNumber, (rule: number, value) => value <= rule),
  minLength: own(isText, (rule: number, { length }) => length >= rule),
  minItems: own(isList, (rule: number, { length }) => length >= rule),
  maxItems: own(isList, (rule: number, { length }) => length <= rule),
  items: (rule: Schema, value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => schemaFaults(rule, item, `${path}/${index}`))
      : [],
  required: (rule: string[], value, path) =>
    isObject(value)
      ? rule.filter((name) => !(name in value)).map((name) => `${path}: lacks ${name}`)
      : [],
  properties: (rule: Record<string, Schema>, value, path) =>
    isObject(value)
      ? Object.entries(rule).flatMap(([name, schema]) =>
          name in value ? schemaFaults(schema, value[name], `${path}/${name}`) : [],
        )
      : [],
  additionalProperties: (rule: false | Schema, value, path, { properties = {} }) =>
    isObject(value)
      ? Object.keys(value)
          .filter((name) => !(name in (properties as object)))
          .flatMap((name) =>
            rule === false
              ? [`${path}: has ${name}`]
              : schemaFaults(rule, value[name], `${path}/${name}`),
          )
      : [],
  oneOf: (rule: Schema[], value, path) =>
    rule.filter((schema) => schemaFaults(schema, value).length === 0).length === 1
      ? []
      : [`${path}: fits not exactly one of the forms`],
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
