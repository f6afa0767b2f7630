import * as v from 'valibot'
import shape from '../../geodata/schema/dataset.schema.json'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'

/** What dataset.schema.json says of a value. Only these keywords of JSON Schema are read; a test looks for others. */
interface Rule {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Rule
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Rule>>
  readonly additionalProperties?: boolean
  readonly examples?: readonly unknown[]
}

const RULES: Rule = shape

/** Every fault of a dataset.json that its schema rules out. The column of each is the path of the key. */
export function conflictSchemaIssues(value: unknown, file: string): readonly Issue[] {
  const parsed = v.safeParse(schemaOf(RULES), value, { abortPipeEarly: true })
  if (parsed.success) return []
  return parsed.issues.flatMap((issue) => {
    const found = new IssueCollector(file, null, idOf(value, keysOf(issue)))
    collect(issue, found)
    return found.list
  })
}

/** The JSON Schema file as a schema of valibot. */
function schemaOf(rule: Rule): v.GenericSchema {
  if (rule.enum) return v.picklist(rule.enum)
  switch (rule.type) {
    case 'string':
      return v.pipe(
        v.string(),
        v.minLength(rule.minLength ?? 0),
        v.regex(new RegExp(rule.pattern ?? '', 'u')),
      )
    case 'number':
      return v.pipe(
        v.number(),
        v.minValue(rule.minimum ?? -Infinity),
        v.maxValue(rule.maximum ?? Infinity),
      )
    case 'boolean':
      return v.boolean()
    case 'array':
      return v.pipe(
        v.array(rule.items ? schemaOf(rule.items) : v.unknown()),
        v.minLength(rule.minItems ?? 0),
        v.maxLength(rule.maxItems ?? Infinity),
      )
    case 'object':
      // To valibot, lists are objects too.
      return v.pipe(v.custom<object>(isObject), v.objectWithRest(entriesOf(rule), v.never()))
    default:
      return v.looseObject({})
  }
}

function entriesOf({ properties = {}, required = [] }: Rule): v.ObjectEntries {
  const entries = Object.entries(properties).map(([key, rule]) => {
    const schema = schemaOf(rule)
    return [key, required.includes(key) ? schema : v.optional(schema)]
  })
  return Object.fromEntries(entries)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function collect(issue: v.BaseIssue<unknown>, found: IssueCollector): void {
  const keys = keysOf(issue)
  const column = keys.join('.')
  const rule = ruleAt(keys)
  const value = shown(issue.input)
  const length = (issue.input as { readonly length?: number } | undefined)?.length ?? 0
  switch (issue.type) {
    case 'object_with_rest':
      found.error('keyMissing', column)
      break
    case 'never':
      found.error('keyUnknown', column)
      break
    case 'picklist':
      found.error('keyValue', column, { value, values: (rule.enum ?? []).join(', ') })
      break
    case 'regex':
      found.error('keyForm', column, { value, example: exampleOf(rule) })
      break
    case 'min_value':
    case 'max_value': {
      const [least, most] = [String(rule.minimum), String(rule.maximum)]
      found.error('keyRange', column, { value, least, most })
      break
    }
    case 'min_length':
      if (rule.type === 'string') found.error('keyEmpty', column)
      else found.error('tooFewEntries', column, { found: length, least: rule.minItems ?? 0 })
      break
    case 'max_length':
      found.error('tooManyEntries', column, { found: length, most: rule.maxItems ?? 0 })
      break
    default:
      if (column === '') found.error('conflictNotObject', column)
      else found.error('keyType', column, { type: [rule.type].flat()[0] as KeyType })
  }
}

type KeyType = 'string' | 'number' | 'boolean' | 'array' | 'object'

function keysOf(issue: v.BaseIssue<unknown>): readonly (string | number)[] {
  return (issue.path ?? []).map(({ key }) => key as string | number)
}

function ruleAt(keys: readonly (string | number)[]): Rule {
  return keys.reduce<Rule>((rule, key) => {
    return (typeof key === 'number' ? rule.items : rule.properties?.[key]) ?? {}
  }, RULES)
}

function exampleOf({ examples: [example] = [] }: Rule): string {
  return String(example)
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The id of the entry of a list that a key is in, such as a party's; empty where it has none. */
function idOf(value: unknown, [list = '', index = '']: readonly (string | number)[]): string {
  const entries = (value as Readonly<Record<string, unknown>> | null)?.[list]
  const entry = Array.isArray(entries) ? entries[Number(index)] : null
  const id = (entry as { readonly id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : ''
}
