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

const KEYWORDS: Readonly<Record<string, Check>> = {
  type: (rule: string | string[], value, path) =>
    [rule].flat().some((type) => isOfType(type, value)) ? [] : [`${path}: is no ${rule}`],
  const: (rule: unknown, value, path) => (value === rule ? [] : [`${path}: is not ${rule}`]),
  enum: (rule: unknown[], value, path) =>
    rule.includes(value) ? [] : [`${path}: "${value}" is none of ${rule}`],
  pattern: (rule: string, value, path) =>
    typeof value !== 'string' || new RegExp(rule, 'u').test(value)
      ? []
      : [`${path}: "${value}" does not match ${rule}`],
  format: (rule: string, value, path) => {
    if (rule !== 'date-time') throw new Error(`The checker does not know the format "${rule}".`)
    return Number.isNaN(Date.parse(String(value))) ? [`${path}: is no date-time`] : []
  },
  minimum: (rule: number, value, path) =>
    typeof value !== 'number' || value >= rule ? [] : [`${path}: is less than ${rule}`],
  maximum: (rule: number, value, path) =>
    typeof value !== 'number' || value <= rule ? [] : [`${path}: is more than ${rule}`],
  minLength: (rule: number, value, path) =>
    typeof value !== 'string' || value.length >= rule ? [] : [`${path}: is too short`],
  minItems: (rule: number, value, path) =>
    !Array.isArray(value) || value.length >= rule ? [] : [`${path}: has too few items`],
  maxItems: (rule: number, value, path) =>
    !Array.isArray(value) || value.length <= rule ? [] : [`${path}: has too many items`],
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
