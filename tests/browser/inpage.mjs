// Functions that run inside a page. Each but `misplaced` is self-contained, since its text is sent to the browser.

/** The text that a reader sees in the main part, without the parts that need a script. */
export function visibleText(scriptOnly) {
  const main = document.querySelector('main')
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const said = []
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement
    if (holder.checkVisibility() && !holder.closest(scriptOnly)) said.push(walker.currentNode.data)
  }
  return said.join(' ').replace(/\s+/g, ' ').trim()
}

/** Elements that stick out of the window sideways and stand in no region that scrolls by itself. */
export function overflowing() {
  const name = (element) => {
    const kind = element.getAttribute('class')
    return `<${element.tagName.toLowerCase()}${element.id ? ` #${element.id}` : ''}${kind ? ` .${kind}` : ''}>`
  }
  const root = document.documentElement
  const width = root.clientWidth
  const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
  const found = []
  if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide in a window of ${width} px`)
  const visit = (element) => {
    if (!element.checkVisibility()) return
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const hidden = style.clip !== 'auto' || style.clipPath !== 'none' || (box.width <= 1 && box.height <= 1)
    const aside = ['absolute', 'fixed'].includes(style.position) && (box.right <= 0 || box.bottom <= 0)
    if (hidden || aside) return
    if (box.right > width + 1 || box.left < -1) {
      found.push(`${name(element)} spans ${Math.round(box.left)} to ${Math.round(box.right)} px of ${width}`)
      return
    }
    if (element.tagName.toLowerCase() === 'svg' || (element !== root && element !== document.body && scrolls(element))) return
    for (const child of element.children) visit(child)
  }
  visit(document.body)
  return found
}

/** Text cut off by the box it stands in: hidden overflow, or an ellipsis. */
export function cutText() {
  const found = []
  for (const element of document.querySelectorAll('main *')) {
    if (element.closest('svg') || !element.checkVisibility() || !element.textContent.trim()) continue
    const style = getComputedStyle(element)
    const hidden = style.clip !== 'auto' || style.clipPath !== 'none' || element.clientWidth <= 1
    if (hidden || !['hidden', 'clip'].includes(style.overflowX)) continue
    if (element.scrollWidth > element.clientWidth + 1) {
      found.push(`<${element.tagName.toLowerCase()} .${element.className}> cuts "${element.textContent.trim().slice(0, 60)}"`)
    }
  }
  return found
}

/** Labels of pictures that stick out of their picture, or lie on one another. */
export function clippedLabels() {
  const found = []
  const margin = 1
  for (const picture of document.querySelectorAll('svg')) {
    if (!picture.checkVisibility() || picture.parentElement.closest('svg')) continue
    const frame = picture.getBoundingClientRect()
    const boxes = []
    for (const label of picture.querySelectorAll('text')) {
      const box = label.getBoundingClientRect()
      const said = label.textContent.trim()
      if (!said || box.width === 0 || !label.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const title = picture.querySelector(':scope > title')?.textContent.trim() ?? ''
      const out =
        box.left < frame.left - margin || box.right > frame.right + margin || box.top < frame.top - margin || box.bottom > frame.bottom + margin
      if (out) found.push(`"${said}" sticks out of the picture "${title}"`)
      const turned = /rotate/.test(label.getAttribute('transform') ?? '')
      if (!turned) boxes.push({ said, title, box })
    }
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        const smaller = Math.min(one.box.width * one.box.height, other.box.width * other.box.height)
        if (wide > 0 && high > 0 && wide * high > smaller * 0.2) {
          found.push(`"${one.said}" and "${other.said}" lie on one another in the picture "${one.title}"`)
        }
      }
    })
  }
  return found
}

/** Texts that lie on one another: of each line box the middle half counts, so that close lines do not. */
export function overlapping() {
  const shown = new Map()
  const clip = (element) => {
    if (!element || element === document.documentElement) return { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }
    if (shown.has(element)) return shown.get(element)
    const outer = clip(element.parentElement)
    const style = getComputedStyle(element)
    let frame = outer
    if (outer && (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || style.clipPath !== 'none')) frame = null
    else if (outer && style.overflowX !== 'visible' && style.display !== 'inline') {
      const box = element.getBoundingClientRect()
      frame = {
        left: Math.max(outer.left, box.left),
        right: Math.min(outer.right, box.right),
        top: Math.max(outer.top, box.top),
        bottom: Math.min(outer.bottom, box.bottom),
      }
    }
    shown.set(element, frame)
    return frame
  }
  const lines = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    const frame = text.data.trim() && !text.parentElement.closest('svg, option') && clip(text.parentElement)
    if (!frame) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects()) {
      const left = Math.max(box.left, frame.left)
      const right = Math.min(box.right, frame.right)
      const top = Math.max(box.top + box.height / 4, frame.top)
      const bottom = Math.min(box.bottom - box.height / 4, frame.bottom)
      if (right - left > 2 && bottom - top > 2) lines.push({ text, left, right, top, bottom })
    }
  }
  lines.sort((a, b) => a.top - b.top)
  const found = new Set()
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
      const other = lines[next]
      if (other.text !== one.text && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2) {
        found.add(`"${one.text.data.trim().slice(0, 40)}" and "${other.text.data.trim().slice(0, 40)}" lie on one another`)
      }
    }
  })
  return [...found]
}

/** What a sheet would cut: pictures higher than it or in nothing that keeps together, and heads that are not repeated. */
export function cutOnPaper(height) {
  const found = []
  const keeps = (element) => element && (getComputedStyle(element).breakInside.startsWith('avoid') || keeps(element.parentElement))
  for (const picture of document.querySelectorAll('svg')) {
    if (!picture.checkVisibility() || picture.parentElement.closest('svg')) continue
    const box = picture.getBoundingClientRect()
    const title = picture.querySelector(':scope > title')?.textContent.trim() ?? picture.getAttribute('class')
    if (box.height > height) found.push(`the picture "${title}" is ${Math.round(box.height)} px high on a sheet of ${height} px`)
    if (box.height > 100 && !keeps(picture)) found.push(`the picture "${title}" may be cut between two sheets`)
  }
  for (const head of document.querySelectorAll('thead')) {
    const display = getComputedStyle(head).display
    if (head.checkVisibility() && display !== 'table-header-group') found.push(`the head of "${head.textContent.trim().slice(0, 40)}" is not repeated: ${display}`)
  }
  return found
}

/** What moves although the reader asked for less motion: transitions, animations, smooth scrolling. */
export function moving() {
  const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0)
  const found = []
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part)
      const name = `<${element.tagName.toLowerCase()} .${element.getAttribute('class') ?? ''}>${part ?? ''}`
      if (lasts(style.transitionDuration)) found.push(`${name} has a transition`)
      if (style.animationName !== 'none' && lasts(style.animationDuration)) found.push(`${name} has an animation`)
      if (!part && style.scrollBehavior === 'smooth') found.push(`${name} scrolls smoothly`)
    }
  }
  return found
}

/** Parts of the interface whose whole text is one of these words; what people wrote, or marked as of a language, is let be. */
export function foreignWords(words) {
  const foreign = new Set(words)
  const parts = 'th, h2:not(.page-head > h2), h3, h4, dt, button, summary, label, legend, option, figcaption, .skip, .kicker, .rail-title, .badge, .menu a, .crumbs a'
  const written = '.prose, .glossary, .terms, [lang]:not(html)'
  const said = [...document.querySelectorAll(parts)].filter((element) => !element.closest(written) && !(element.matches('th') && element.closest('tbody')))
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(' ').trim()
  const found = said.flatMap((element) => [element.textContent.trim(), own(element)].filter((text) => foreign.has(text)))
  for (const element of document.querySelectorAll('[aria-label], [placeholder]')) {
    const text = element.getAttribute('aria-label') ?? element.placeholder
    if (foreign.has(text) && !element.closest(written)) found.push(text)
  }
  return [...new Set(found)]
}

/** What does not stand where it should on a page as it is laid out now. */
export async function misplaced(page) {
  const found = []
  for (const check of [overflowing, cutText, clippedLabels, overlapping]) found.push(...(await page.evaluate(check)))
  return found
}

/** Runs axe, which must be in the page already, with all its rules up to WCAG 2.2 AA and of good practice, or with these. */
export async function accessibility(rules) {
  const run = rules ? { runOnly: { type: 'rule', values: rules } } : { rules: { 'target-size': { enabled: true } } }
  const { violations } = await window.axe.run(document, { ...run, resultTypes: ['violations'], preload: false })
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map((node) => `  ${node.target.join(' ')}: ${node.any[0]?.message ?? node.html.slice(0, 120)}`)
    return `${id}: ${help} (${nodes.length})\n${places.join('\n')}`
  })
}
