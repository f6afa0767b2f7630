import { type ComponentChildren, Fragment } from 'preact'
import type { RichText } from '../../messages/tagged'

/** The runs of a text with tags as nodes. Each tag is rendered by the function of its name. */
export function rich<Tag extends string>(
  text: RichText<Tag>,
  tags: Readonly<Record<NoInfer<Tag>, (text: string) => ComponentChildren>>,
): ComponentChildren {
  return text.map((run, index) => (
    <Fragment key={index}>{run.tag === null ? run.text : tags[run.tag](run.text)}</Fragment>
  ))
}
