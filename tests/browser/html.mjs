// Parses a page as a browser would and answers questions about its tree.

import { parse } from 'parse5'

const VOID = ['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']
const RAW = /<!--[\s\S]*?-->|<!doctype[^>]*>|(<(script|style|textarea|title)\b(?:[^>"']|"[^"]*"|'[^']*')*>)[\s\S]*?(?=<\/\2)/gi
const TAG = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi

/** Parses `text`; returns `{ root, mistakes }`, a mistake being a place and what is wrong there. */
export function parsePage(text) {
  const mistakes = []
  const root = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: (error) => mistakes.push(`line ${error.startLine}: ${error.code}`),
  })
  mistakes.push(...unbalanced(text))
  for (const element of elements(root)) {
    const place = element.sourceCodeLocation
    const closed = place?.endTag || VOID.includes(element.tagName) || text.slice(place?.startOffset, place?.endOffset).endsWith('/>')
    if (!place) mistakes.push(`<${element.tagName}> is implied, not written`)
    else if (!closed) mistakes.push(`${where(element)} is closed by what follows, not by its end tag`)
  }
  return { root, mistakes }
}

/** End tags that close nothing, and start tags that nothing closes. */
function unbalanced(text) {
  const bare = text.replace(RAW, (all, start = '') => start + all.slice(start.length).replace(/[^\n]/g, ' '))
  const open = []
  const found = []
  for (const { 1: slash, 2: written, 3: rest, index } of bare.matchAll(TAG)) {
    const name = written.toLowerCase()
    if (slash) {
      if (open.at(-1)?.name === name) open.pop()
      else {
        found.push(`line ${lineAt(bare, index)}: </${name}> where ${open.length ? `</${open.at(-1).name}>` : 'nothing'} is due`)
        const at = open.findLastIndex((one) => one.name === name)
        if (at >= 0) open.length = at
      }
    } else if (!VOID.includes(name) && !rest.endsWith('/')) open.push({ name, index })
  }
  return [...found, ...open.map(({ name, index }) => `line ${lineAt(bare, index)}: <${name}> is never closed`)]
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length
}

/** All elements below `node` in document order. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child
    yield* elements(child)
  }
}

/** All elements below `node` with one of these names. */
export function named(node, ...names) {
  return [...elements(node)].filter((element) => names.includes(element.tagName))
}

/** Value of an attribute, or null where the element has none. */
export function attribute(element, name) {
  const found = element.attrs.find((attr) => (attr.prefix ? `${attr.prefix}:${attr.name}` : attr.name) === name)
  return found ? found.value : null
}

/** The text below `node`, white space collapsed. */
export function words(node) {
  if (node.nodeName === '#text') return node.value
  return (node.childNodes ?? []).map(words).join('').replace(/\s+/g, ' ').trim()
}

/** `line: <name id class>` of an element, to find it again. */
export function where(element) {
  const id = attribute(element, 'id')
  const kind = attribute(element, 'class')
  return `line ${element.sourceCodeLocation?.startLine ?? '?'}: <${element.tagName}${id ? ` #${id}` : ''}${kind ? ` .${kind}` : ''}>`
}
