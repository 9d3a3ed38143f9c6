// Where the links of a page lead, and whether anything is there.

import { attribute, where } from './html.mjs'

const OUTSIDE = ['https:', 'http:', 'mailto:']
const ROOT = 'file:///r/e/p/o/r/t/'

/** Every reference of a page: `{ place, href, loads }`; `loads` where the browser fetches it by itself. */
export function references(all) {
  return all.flatMap((element) => {
    const place = where(element)
    const links = element.tagName === 'a' || element.tagName === 'area'
    const found = ['href', 'xlink:href', 'src', 'data', 'poster', 'action', 'cite', 'background'].map((name) => attribute(element, name))
    const srcset = attribute(element, 'srcset')?.split(',').map((entry) => entry.trim().split(/\s+/)[0]) ?? []
    return [...found, ...srcset].filter((href) => href !== null).map((href) => ({ place, href, loads: !links }))
  })
}

/** The file and fragment that `href` on `page` leads to; null where it leaves the report. */
export function target(page, href) {
  const url = URL.parse?.(href, ROOT + page) ?? safeUrl(href, ROOT + page)
  if (!url || !url.href.startsWith(ROOT)) return null
  const path = decodeURIComponent(url.pathname.slice(new URL(ROOT).pathname.length))
  return { path, fragment: decodeURIComponent(url.hash.slice(1)) }
}

/** What is wrong with one reference, or nothing; `idsOf` gives the ids of a page of the report. */
export function dead(files, idsOf, page, { place, href, loads }) {
  const says = (what) => [`${page}: ${place} → ${href}: ${what}`]
  if (href.trim() === '') return says('it is empty')
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0].toLowerCase()
  if (scheme) {
    if (loads) return says('nothing may be loaded from elsewhere')
    return OUTSIDE.includes(scheme) ? [] : says(`links with ${scheme} are not for readers`)
  }
  if (href.startsWith('//') || href.startsWith('/')) return says('it is not relative')
  const to = target(page, href)
  if (to === null) return says('it leaves the report')
  if (to.path === '' || to.path.endsWith('/')) return says('it names a folder; file:// needs the page')
  if (!files.has(to.path)) return says('no such file')
  if (to.fragment !== '' && !idsOf(to.path)?.has(to.fragment)) return says('no such anchor on that page')
  return href.endsWith('#') ? says('its fragment is empty') : []
}

function safeUrl(href, base) {
  try {
    return new URL(href, base)
  } catch {
    return null
  }
}
