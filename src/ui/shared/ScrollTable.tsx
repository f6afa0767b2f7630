import type { ComponentChildren } from 'preact'

interface Props {
  readonly class?: string
  /** Names of the box: a text, or the id of its heading. */
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
  readonly caption?: string
  readonly columns: readonly ComponentChildren[]
  /** The rows. */
  readonly children: ComponentChildren
}

/** A table in a box that scrolls, by keyboard too. */
export function ScrollTable({ class: more = '', caption, columns, children, ...names }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class={`table-scroll ${more}`} tabIndex={0} {...names}>
      <table>
        {caption && <caption class="visually-hidden">{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
