interface Props {
  readonly name: string
  readonly value: string
  readonly class: string
  /** Without it the text can only be copied. */
  readonly onChange?: (value: string) => void
}

/** A line of text with its name. */
export function TextField({ name, value, class: kind, onChange }: Props) {
  return (
    <label class={kind}>
      <span>{name}</span>
      <input
        type="text"
        readOnly={onChange === undefined}
        value={value}
        onInput={({ currentTarget }) => onChange?.(currentTarget.value)}
      />
    </label>
  )
}
