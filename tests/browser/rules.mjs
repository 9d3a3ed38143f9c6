// What must hold of a page's text, one rule a function: elements in, places of what is wrong out.

import { attribute, elements, named, where, words } from './html.mjs'
import { CONTENT_SECURITY_POLICY } from './policy.mjs'

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const LOADERS = ['link', 'script', 'img', 'style']
const SCOPES = ['col', 'row', 'colgroup', 'rowgroup']
const ID_LISTS = ['for', 'headers', 'list', 'aria-controls', 'aria-describedby', 'aria-details', 'aria-labelledby', 'aria-owns']
const UNFILLED = ['{{', '{%', '[object ', 'NaN', 'Some(', '\u{fffd}']

/** The rule that a text about templates may break. */
export const FILLED = 'shows no value that a template failed to fill'

/** The rules as `[what a page does, check]`; a check takes all elements of the page and its parse. */
export const RULES = [
  ['is well-formed HTML', (all, page) => page.mistakes],
  ['carries the content security policy before anything is loaded', policy],
  ['holds no inline script, inline style or event handler', inline],
  ['names its language and its title and has one main landmark', frame],
  ['has one first heading and leaves no step of the headings out', headings],
  ['uses each id once and refers to none that is missing', ids],
  ['gives every table a head and every header cell its scope', scopes],
  ['gives every picture a title or hides it', pictures],
  ['has no empty section, list, table or heading', empty],
  ['says of each mark what it means, and places none of the auditor’s', marks],
  ['says its report and commit in the foot of every sheet', foot],
  [FILLED, unfilled],
]

/** Marks of the tool are links with letters and words, their legend is on the page, and the column of the auditor stays empty. */
function marks(all) {
  const hasClass = (element, name) => attribute(element, 'class')?.split(' ').includes(name)
  const placed = all.filter((element) => element.tagName === 'a' && hasClass(element, 'tick'))
  const wrong = placed.flatMap((element) => {
    const letters = words(element)
    if (['V', 'T', 'A'].includes(letters)) return [`${where(element)} is the auditor's ${letters}`]
    const label = attribute(element, 'title')
    return label?.startsWith(`${letters}: `) ? [] : [`${where(element)} "${letters}" is called "${label}"`]
  })
  const legends = all.filter((element) => element.tagName === 'dl' && hasClass(element, 'legend'))
  if (placed.length > 0 && legends.length === 0) wrong.push(`${placed.length} marks and no legend`)
  const written = all.filter((element) => element.tagName === 'td' && hasClass(element, 'auditor') && element.childNodes.length > 0)
  return [...wrong, ...written.map((element) => `${where(element)} is the auditor's and not empty`)]
}

function policy(all) {
  const isPolicy = (element) => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
  const metas = all.filter((element) => element.tagName === 'meta' && isPolicy(element))
  if (metas.length !== 1) return [`${metas.length} policies, expected 1`]
  const wrong = []
  const content = attribute(metas[0], 'content')
  if (content !== CONTENT_SECURITY_POLICY) wrong.push(`policy is\n  ${content}\nexpected\n  ${CONTENT_SECURITY_POLICY}`)
  if (metas[0].parentNode.tagName !== 'head') wrong.push('the policy stands outside the head, where it has no effect')
  const first = all.findIndex((element) => LOADERS.includes(element.tagName))
  if (first >= 0 && first < all.indexOf(metas[0])) wrong.push(`${where(all[first])} is loaded before the policy`)
  return wrong
}

function inline(all) {
  return all.flatMap((element) => {
    const wrong = element.attrs.filter(({ name, value }) => name === 'style' || /^on/.test(name) || /^\s*javascript:/i.test(value))
    const found = wrong.map(({ name }) => `${where(element)} has the attribute ${name}`)
    if (element.tagName === 'style') found.push(`${where(element)} is an inline style sheet`)
    if (element.tagName === 'script') {
      const type = attribute(element, 'type')
      if (type === 'module') found.push(`${where(element)} is a module, which file:// refuses`)
      if (attribute(element, 'src') === null && type !== 'application/json') found.push(`${where(element)} is an inline script`)
    }
    return found
  })
}

function frame(all) {
  const wrong = []
  const html = all.find((element) => element.tagName === 'html')
  if (!attribute(html, 'lang')) wrong.push('<html> has no lang')
  const titles = all.filter((element) => element.tagName === 'title' && element.parentNode.tagName === 'head')
  if (titles.length !== 1 || !words(titles[0])) wrong.push(`${titles.length} titles, expected 1 with text`)
  const mains = all.filter((element) => element.tagName === 'main')
  if (mains.length !== 1) wrong.push(`${mains.length} <main>, expected 1`)
  return wrong
}

function headings(all) {
  const found = all.filter((element) => HEADINGS.includes(element.tagName))
  const wrong = []
  const firsts = found.filter((element) => element.tagName === 'h1')
  if (firsts.length !== 1) wrong.push(`${firsts.length} <h1>, expected 1`)
  let before = 0
  for (const heading of found) {
    const level = HEADINGS.indexOf(heading.tagName) + 1
    if (level > before + 1) wrong.push(`${where(heading)} "${words(heading)}" follows a heading of level ${before}`)
    before = level
  }
  return wrong
}

function ids(all) {
  const seen = new Set()
  const wrong = []
  for (const element of all) {
    const id = attribute(element, 'id')
    if (id === null) continue
    if (seen.has(id)) wrong.push(`${where(element)}: the id stands twice`)
    if (!id || /\s/.test(id)) wrong.push(`${where(element)}: an id has at least one character and no space`)
    seen.add(id)
  }
  for (const element of all) {
    for (const name of ID_LISTS) {
      for (const id of attribute(element, name)?.split(/\s+/).filter(Boolean) ?? []) {
        if (!seen.has(id)) wrong.push(`${where(element)}: ${name} names \`${id}\`, which is not on the page`)
      }
    }
    for (const { name, value } of element.attrs) {
      const id = /^url\(["']?#([^"')]+)/.exec(value)?.[1]
      if (id && !seen.has(id)) wrong.push(`${where(element)}: ${name} names \`${id}\`, which is not on the page`)
    }
  }
  return wrong
}

function scopes(all) {
  const bare = all.filter((element) => element.tagName === 'table' && named(element, 'th').length === 0)
  const cells = all.filter((element) => element.tagName === 'th' && !SCOPES.includes(attribute(element, 'scope')))
  return [...bare, ...cells].map(where)
}

function foot(all) {
  const said = attribute(all.find((element) => element.tagName === 'html'), 'data-foot') ?? ''
  const provenance = all.find((element) => attribute(element, 'class')?.split(' ').includes('provenance'))
  const facts = provenance ? named(provenance, 'dd').map(words) : []
  const commit = /\b[0-9a-f]{12}\b/.exec(said)?.[0]
  if (commit && facts.some((fact) => fact.startsWith(commit))) return []
  return [`the foot "${said}" names no commit that the page names`]
}

function pictures(all) {
  return all.flatMap((element) => {
    if (element.tagName === 'img') return attribute(element, 'alt') === null ? [`${where(element)} has no alt`] : []
    if (element.tagName !== 'svg' || isHidden(element)) return []
    if (attribute(element, 'role') !== 'img' && attribute(element, 'role') !== 'group') {
      return [`${where(element)} is neither role="img" (or "group") nor hidden`]
    }
    const title = element.childNodes.find((child) => child.tagName === 'title')
    return title && words(title) ? [] : [`${where(element)} has no <title>`]
  })
}

function isHidden(element) {
  if (!element.tagName) return false
  return attribute(element, 'aria-hidden') === 'true' || attribute(element, 'hidden') !== null || isHidden(element.parentNode)
}

function empty(all) {
  return all.flatMap((element) => {
    switch (element.tagName) {
      case 'section':
      case 'article':
      case 'aside':
      case 'details':
      case 'dl':
        return saysMore(element) ? [] : [`${where(element)} has nothing in it but its heading`]
      case 'ul':
      case 'ol':
        return element.childNodes.some((child) => child.tagName === 'li') ? [] : [`${where(element)} has no item`]
      case 'table':
        return named(element, 'td').length > 0 ? [] : [`${where(element)} has no cell`]
      case 'li':
      case 'figcaption':
      case 'caption':
      case 'a':
      case 'dt':
      case 'dd':
      case 'th':
      case 'summary':
      case 'button':
        return hasContent(element) ? [] : [`${where(element)} is empty`]
      default:
        return HEADINGS.includes(element.tagName) && !words(element) ? [`${where(element)} is empty`] : []
    }
  })
}

function hasContent(element) {
  if (words(element)) return true
  if (attribute(element, 'aria-label') || attribute(element, 'id')) return true
  return [...elements(element)].some((inner) => ['svg', 'img', 'input'].includes(inner.tagName))
}

/** Whether an element holds text or a picture beside its own headings. */
function saysMore(element) {
  return (element.childNodes ?? []).some((child) => {
    if (child.nodeName === '#text') return child.value.trim() !== ''
    if (!child.tagName || HEADINGS.includes(child.tagName) || child.tagName === 'summary') return false
    if (['svg', 'img', 'input', 'table'].includes(child.tagName)) return true
    return saysMore(child)
  })
}

function unfilled(all) {
  const quiet = ['code', 'pre', 'kbd', 'samp', 'script', 'style']
  return all.flatMap((element) => {
    if (quiet.includes(element.tagName)) return []
    const own = element.childNodes.filter((child) => child.nodeName === '#text').map((child) => child.value)
    const said = [...own, ...element.attrs.map(({ value }) => value)]
    const marks = UNFILLED.filter((mark) => said.some((text) => text.includes(mark)))
    return marks.map((mark) => `${where(element)} shows \`${mark}\``)
  })
}
