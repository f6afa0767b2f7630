import shape from '../../geodata/schema/dataset.schema.json'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'

type KeyType = 'string' | 'number' | 'boolean' | 'array' | 'object'
type Keys = readonly (string | number)[]

/**
 * A rule of dataset.schema.json. Only these keywords of JSON Schema are read; a test rules out
 * others.
 */
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

/**
 * Every fault of a dataset.json that its schema rules out. The column of each is the path of the
 * key.
 */
export function conflictSchemaIssues(root: unknown, file: string): readonly Issue[] {
  const issues: Issue[] = []
  const check = (rule: Rule, value: unknown, keys: Keys): void => {
    const found = new IssueCollector(file, null, idOf(root, keys))
    checkValue(rule, value, keys.join('.'), found)
    issues.push(...found.list)
    const { items, properties } = rule
    if (Array.isArray(value) && items) {
      for (const [index, item] of value.entries()) check(items, item, [...keys, index])
    } else if (isObject(value) && properties) {
      for (const [key, inner] of Object.entries(properties)) {
        if (Object.hasOwn(value, key)) check(inner, value[key], [...keys, key])
      }
    }
  }
  check(shape, root, [])
  return issues
}

/** Checks a value without what is in it. */
function checkValue(rule: Rule, value: unknown, column: string, found: IssueCollector): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const types = [rule.type ?? []].flat()
  if (rule.enum) {
    if (rule.enum.some((each) => each === value)) return
    found.error('keyValue', column, { value: text, values: rule.enum.join(', ') })
  } else if (
    !types.includes(Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)
  ) {
    if (column === '') found.error('conflictNotObject', column)
    else found.error('keyType', column, { type: types[0] as KeyType })
  } else if (typeof value === 'string') checkText(rule, value, column, found)
  else if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = rule
    if (value >= minimum && value <= maximum) return
    const [least, most] = [String(minimum), String(maximum)]
    found.error('keyRange', column, { value: text, least, most })
  } else if (Array.isArray(value)) {
    const { minItems: least = 0, maxItems: most = Infinity } = rule
    const { length } = value
    if (length < least) found.error('tooFewEntries', column, { found: length, least })
    if (length > most) found.error('tooManyEntries', column, { found: length, most })
  } else if (isObject(value)) checkKeys(rule, value, column, found)
}

function checkText(rule: Rule, value: string, column: string, found: IssueCollector): void {
  const { minLength = 0, pattern = '', examples = [] } = rule
  if (value.length < minLength) found.error('keyEmpty', column)
  else if (!new RegExp(pattern, 'u').test(value)) {
    found.error('keyForm', column, { value, example: String(examples[0]) })
  }
}

function checkKeys(
  { properties, required = [] }: Rule,
  value: object,
  column: string,
  found: IssueCollector,
): void {
  const path = (key: string) => (column === '' ? key : `${column}.${key}`)
  for (const key of required) {
    if (!Object.hasOwn(value, key)) found.error('keyMissing', path(key))
  }
  for (const key of properties ? Object.keys(value) : []) {
    if (!Object.hasOwn(properties ?? {}, key)) found.error('keyUnknown', path(key))
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The id of the list entry that a key is in, such as a party's; empty where it has none. */
function idOf(root: unknown, [list = '', index = '']: Keys): string {
  const entries = isObject(root) ? root[list] : null
  const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : null
  return isObject(entry) && typeof entry.id === 'string' ? entry.id : ''
}
