// Functions that run inside a page. Each is self-contained, since its text is sent to the browser.

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

/** Runs axe, which must be in the page already; gives each violation with the places it was found at. */
export async function accessibility() {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'], preload: false })
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map((node) => `  ${node.target.join(' ')}: ${node.any[0]?.message ?? node.html.slice(0, 120)}`)
    return `${id}: ${help} (${nodes.length})\n${places.join('\n')}`
  })
}
