// Functions that run inside a page of the hostile project. Each is self-contained.

/** Runs before the page: sets the trap that every attack springs if it is executed. */
export function hit() {
  const told = (what) => console.error(`executed: ${what}`)
  Object.defineProperty(window, 'hit', { value: told, writable: false })
}

/** What could execute or load: elements that no report has, handlers, and addresses with a scheme of their own. */
export function armed() {
  const found = []
  const allowed = ['file:', 'https:', 'http:', 'mailto:']
  const strange = 'iframe, frame, object, embed, base, form, style, audio, video, meta[http-equiv="refresh" i], foreignObject, animate, set, script:not([src])'
  for (const element of document.querySelectorAll('*')) {
    const name = `<${element.tagName.toLowerCase()}>`
    if (element.matches(strange) && element.getAttribute('type') !== 'application/json') found.push(`${name} stands in the page`)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(`${name} has the handler ${attribute}`)
      if (!['href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'srcset', 'poster'].includes(attribute)) continue
      const address = new URL(value, document.baseURI)
      const loads = element.tagName.toLowerCase() !== 'a'
      if (!allowed.includes(address.protocol) || (loads && address.protocol !== 'file:')) found.push(`${name} leads to ${value}`)
    }
  }
  return found
}

/**
 * Marks of hostile texts after which the page does not go on as one of the texts written for that mark. Labels of pictures and
 * words marked by the search may end early, excerpts of files (`pre`) are as the file has them.
 */
export function altered(texts) {
  const said = [{ text: document.title, early: false }]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.parentElement.closest('pre, .edit-flow')) said.push({ text: text.data, early: text.parentElement.closest('svg text, .search-panel') !== null })
  }
  // Where words are marked as taken out and put in, both texts are whole without those of the other.
  for (const flow of document.querySelectorAll('.edit-flow')) {
    for (const other of ['del', 'ins']) {
      const copy = flow.cloneNode(true)
      for (const element of copy.querySelectorAll(other)) element.remove()
      said.push({ text: copy.textContent, early: false })
    }
  }
  for (const name of ['aria-label', 'title', 'data-foot']) {
    for (const element of document.querySelectorAll(`[${name}]`)) said.push({ text: element.getAttribute(name), early: false })
  }
  const plain = (text) => text.replace(/\s+/g, ' ').trim()
  const found = new Set()
  for (const { text, early } of said) {
    for (const { 0: mark, index } of plain(text).matchAll(/\bt\d+(?= |$)/g)) {
      const rest = plain(text).slice(index)
      const as = (whole) => rest.startsWith(whole) || (early && whole.startsWith(rest.replace(/…$/, '').trim()))
      if (texts[mark] && !texts[mark].map(plain).some(as)) found.add(rest.slice(0, 80))
    }
  }
  return [...found]
}
