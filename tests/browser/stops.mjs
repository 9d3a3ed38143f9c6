// Where the Tab key stops on a page. All but `tabThrough` run inside the page; each is self-contained.

/** How many stops are made on the whole report, which is slow and has every place of every other page. */
const ENOUGH = 100
const ENDLESS = 1000

/** Presses Tab from the top of a page to its end; gives what is wrong about the way. */
export async function tabThrough(page) {
  await page.evaluate(watchFocus)
  const stops = await page.evaluate(wantedStops, { ENOUGH, ENDLESS })
  for (let press = 0; press < stops; press += 1) await page.keyboard.press('Tab')
  return [...(await page.evaluate(wrongStops)), ...(await page.evaluate(stuckRegions))]
}

/** Starts to note where the focus goes: into `window.visited`, with what is wrong about how it shows. */
function watchFocus() {
  window.visited = []
  const looks = (element) => {
    const style = getComputedStyle(element)
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor].join(' ')
  }
  const shows = (element) => {
    const style = getComputedStyle(element)
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return true
    const focused = looks(element)
    element.blur()
    const plain = looks(element)
    element.focus()
    return focused !== plain
  }
  const seen = (element) => {
    for (const box of element.getClientRects()) {
      const left = Math.max(box.left, 0)
      const right = Math.min(box.right, innerWidth)
      const top = Math.max(box.top, 0)
      const bottom = Math.min(box.bottom, innerHeight)
      if (right <= left || bottom <= top) continue
      for (const x of [0.5, 0.1, 0.9]) {
        for (const y of [0.5, 0.2, 0.8]) {
          const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
          if (hit && (element.contains(hit) || hit.contains(element))) return true
        }
      }
    }
    return false
  }
  let busy = false
  document.addEventListener('focusin', (event) => {
    if (busy) return
    busy = true
    const element = event.target
    const wrong = []
    if (!shows(element)) wrong.push('does not show that it has the focus')
    if (!seen(element)) wrong.push('has the focus where nobody sees it')
    window.visited.push({ element, wrong })
    busy = false
  })
}

/** How many places of the page want to be reached, so that the Tab key is pressed as often; of an endless page, the first. */
function wantedStops({ ENOUGH, ENDLESS }) {
  const wants = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const all = [...document.querySelectorAll(wants)].filter((element) => {
    if (element.disabled || element.type === 'hidden' || element.closest('[inert]')) return false
    if (element.getAttribute('tabindex')?.startsWith('-')) return false
    return element.checkVisibility({ visibilityProperty: true })
  })
  const group = (element) => element.type === 'radio' && element.name
  window.wanted = all.filter((element) => !group(element) || element === (all.find((other) => other.name === element.name && other.checked) ?? all.find((other) => other.name === element.name)))
  if (window.wanted.length > ENDLESS) window.wanted.length = ENOUGH
  return window.wanted.length
}

/** What is wrong about the way that the focus took: places left out, out of order, or not to be seen. */
function wrongStops() {
  const name = (element) => {
    const said = (element.textContent.trim() || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ').slice(0, 40)
    return `<${element.tagName.toLowerCase()} .${element.getAttribute('class') ?? ''}> "${said}"`
  }
  const way = window.visited.map(({ element }) => element)
  const reached = new Set(way)
  const found = window.wanted.filter((element) => !reached.has(element)).map((element) => `${name(element)} is not reached`)
  for (const { element, wrong } of window.visited) found.push(...wrong.map((what) => `${name(element)} ${what}`))
  way.slice(1).forEach((element, index) => {
    const before = way[index]
    if (!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`${name(element)} comes after ${name(before)}`)
  })
  if (way[0] && !way[0].matches('.skip')) found.push(`${name(way[0])} comes before the link to the content`)
  return found
}

/** Regions that scroll and neither take the focus nor hold anything that does. */
function stuckRegions() {
  const found = []
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element)
    const wide = element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(style.overflowX)
    const high = element.scrollHeight > element.clientHeight + 1 && ['auto', 'scroll'].includes(style.overflowY)
    if (!(wide || high) || !element.checkVisibility()) continue
    if (element.tabIndex < 0 && !element.querySelector('a[href], button, input, select, summary, [tabindex="0"]')) {
      found.push(`<${element.tagName.toLowerCase()} .${element.className}> scrolls and is out of reach of the keyboard`)
    }
  }
  return found
}
