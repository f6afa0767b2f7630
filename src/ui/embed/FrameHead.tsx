import { pageQuery } from '../../app/embedding'
import { conflict, framed, loaded, slice } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { tools } from '../../messages/compiled/tools'
import { pageLink } from '../shared/clipboard'
import { rangeWords, reportsWords } from '../shared/words'

/** Over an embedded map: whose it is, what it shows, and the way to all of it. */
export function FrameHead() {
  const { count, filter } = slice.value
  const link = new URL(pageLink())
  link.search = pageQuery(link.search)
  return (
    <header class="frame-head">
      <h1>{conflict.value.shortTitle}</h1>
      <p role="status">{loaded.value ? reportsWords(count) : panel.statusLoading()}</p>
      {!framed.value.has('timeline') && <p>{rangeWords(filter.window)}</p>}
      <a href={link.href} target="_blank" rel="noopener">
        {tools.fullMap()}
      </a>
    </header>
  )
}
