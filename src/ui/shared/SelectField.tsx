import type { ComponentChildren } from 'preact'

interface Props<Id extends string> {
  readonly name: string
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly onChoose: (id: Id) => void
  readonly class?: string
  readonly required?: boolean
  /** After the field. */
  readonly children?: ComponentChildren
}

/** A choice from a list, with its name. */
export function SelectField<Id extends string>(props: Props<Id>) {
  const { name, value, options, onChoose, required, children } = props
  return (
    <label class={props.class}>
      <span>{name}</span>
      <select
        required={required}
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as Id)}
      >
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {children}
    </label>
  )
}
