import type { Page } from 'playwright-core'
import { drawn } from './screen'

/** What is on the screen in the pseudo-locale, and what is wrong with it. */
export interface ScreenTexts {
  /** Runs of text, accessible names, titles and placeholders that no ⟦ and ⟧ enclose. */
  readonly bare: readonly string[]
  /** Texts that are cut, and controls that cover one another. */
  readonly faults: readonly string[]
}

/** Reads the page as it is. Elements that match `leaveOut` are not read. */
export async function readScreenTexts(page: Page, leaveOut: string): Promise<ScreenTexts> {
  await drawn(page)
  return page.evaluate(readTexts, leaveOut)
}

/** Runs in the page, so all that it needs is inside. */
function readTexts(leaveOut: string): ScreenTexts {
  const NAMES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']
  const CONTROLS = 'button, a[href], input, select, summary'
  /** They cover what is under them on purpose. */
  const OVERLAYS = '.menu, .card, .notices, dialog, .panel'
  const bare = new Set<string>()
  const faults = new Set<string>()

  const isRead = (element: Element) =>
    !element.closest(`${leaveOut}, script, style, noscript`) &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const describe = (element: Element) => {
    const own = element.closest('[class]')
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    return `${element.tagName.toLowerCase()}.${own?.getAttribute('class')} "${text.slice(0, 60)}"`
  }
  const isHidden = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width <= 1 || height <= 1
  }

  /** Adds what of a text is outside brackets; returns how many are open after it. */
  const addBare = (text: string, open: number, where: Element): number => {
    let depth = open
    let outside = ''
    for (const letter of text) {
      if (letter === '⟧') depth--
      if (depth < 0) faults.add(`⟦ is missing: ${describe(where)}`)
      depth = Math.max(0, depth)
      if (depth === 0 && letter !== '⟧') outside += letter === '⟦' ? ' ' : letter
      if (letter === '⟦') depth++
    }
    if (/\p{L}/u.test(outside)) bare.add(outside.replace(/\s+/g, ' ').trim())
    return depth
  }

  /** Texts that a box which does not scroll cuts off. */
  const checkCut = (node: Text, parent: Element) => {
    if (parent.closest('.visually-hidden') || isHidden(parent)) return
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    let block: Element | null = parent
    while (block && getComputedStyle(block).display.startsWith('inline')) {
      block = block.parentElement
    }
    if (block && !block.closest('svg') && text.right > block.getBoundingClientRect().right + 1) {
      faults.add(`wider than its box: ${describe(parent)}`)
    }
    let [wide, high] = [true, true]
    for (let box: Element | null = parent; box && (wide || high); box = box.parentElement) {
      // A sheet that is folded.
      if (box.matches('.panel')) return
      const { overflowX, overflowY, position } = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const isCutWide = text.left < edge.left - 1 || text.right > edge.right + 1
      const isCutHigh = text.top < edge.top - 3 || text.bottom > edge.bottom + 3
      if ((wide && cuts(overflowX) && isCutWide) || (high && cuts(overflowY) && isCutHigh)) {
        faults.add(`cut: ${describe(parent)}`)
        return
      }
      if (overflowX === 'auto' || overflowX === 'scroll') wide = false
      if (overflowY === 'auto' || overflowY === 'scroll') high = false
      if (position === 'fixed') return
    }
    if (wide && (text.left < -1 || text.right > innerWidth + 1)) {
      faults.add(`beyond the screen: ${describe(parent)}`)
    }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let depth = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (!parent || !isRead(parent) || node.data.trim() === '') continue
    depth = addBare(node.data, depth, parent)
    if (!parent.closest('option')) checkCut(node, parent)
  }
  if (depth > 0) faults.add('⟧ is missing')

  for (const element of document.body.querySelectorAll(NAMES.map((name) => `[${name}]`).join())) {
    if (!isRead(element)) continue
    for (const name of NAMES) {
      const text = element.getAttribute(name)
      if (text && addBare(text, 0, element) > 0) faults.add(`⟧ is missing: ${describe(element)}`)
    }
  }

  const pen = document.createElement('canvas').getContext('2d')
  for (const select of document.querySelectorAll('select')) {
    if (!isRead(select) || !pen) continue
    const style = getComputedStyle(select)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const text = select.selectedOptions[0]?.text ?? ''
    const arrow = 16
    const room = select.clientWidth - Number.parseFloat(style.paddingInlineStart) - arrow
    if (pen.measureText(text).width > room) faults.add(`cut: ${describe(select)}`)
  }

  /** What of a box shows where an ancestor scrolls. */
  const visibleBox = (element: Element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect()
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue
      const edge = box.getBoundingClientRect()
      left = Math.max(left, edge.left)
      right = Math.min(right, edge.right)
      top = Math.max(top, edge.top)
      bottom = Math.min(bottom, edge.bottom)
    }
    return { left, right, top, bottom }
  }
  /** In the layer that the pointer meets; others are under it. */
  const controls = [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
    if (!isRead(element) || isHidden(element) || element.matches('.map-mark')) return []
    // What sticks to an edge has others pass under it.
    if (getComputedStyle(element).position === 'sticky') return []
    const box = visibleBox(element)
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    const isMet = top && (element.contains(top) || top.contains(element))
    return isMet ? [{ element, box, layer: element.closest(OVERLAYS) }] : []
  })
  controls.forEach((one, index) => {
    for (const other of controls.slice(index + 1)) {
      if (one.layer !== other.layer) continue
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 2 && down > 2) {
        faults.add(`overlap: ${describe(one.element)} and ${describe(other.element)}`)
      }
    }
  })
  return { bare: [...bare], faults: [...faults] }
}
