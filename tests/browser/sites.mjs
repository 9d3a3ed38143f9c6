// Finds the built sites to read, their pages, and the few pages that stand for all of one kind.
//
// SITES names the folders, as `name=folder` separated by the system's path separator. A site without a page is
// an error: a test run that read nothing must not pass.

import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, delimiter, join, relative, resolve, sep } from 'node:path'

const SMALL_SITE = 40
const OF_EACH_KIND = 2
const ENDLESS = 400

/** The sites of this run: `{ name, folder, files, pages }`, paths relative to the folder with `/`. */
export function sites() {
  const given = (process.env.SITES ?? '').split(delimiter).filter(Boolean)
  if (given.length === 0) {
    throw new Error('no site given: set SITES=name=folder (several with the path separator between)')
  }
  return given.map(siteAt)
}

/** The site of one `name=folder`, or of a folder. */
export function siteAt(entry) {
  const [name, path] = entry.includes('=') ? entry.split(/=(.*)/s) : [basename(resolve(entry)), entry]
  const folder = realpathSync(path)
  const files = filesBelow(folder)
  const pages = files.filter((file) => file.endsWith('.html'))
  if (pages.length === 0) throw new Error(`site ${name}: no page below ${folder}`)
  return { name, folder, files: new Set(files), pages }
}

/** Reads one file of a site as text. */
export function textOf(site, path) {
  return readFileSync(join(site.folder, path), 'utf8')
}

/** All pages of a small site; else the longest and the shortest one of each kind. */
export function representatives(site) {
  if (site.pages.length <= SMALL_SITE) return site.pages
  const ends = byLength(site).flatMap((pages) => [...new Set([pages[0], pages.at(-1)])].slice(0, OF_EACH_KIND))
  return ends.sort()
}

/** The longest page of each kind: it has the most parts, so that it stands for its kind in every look. */
export function longestOfEachKind(site) {
  return byLength(site).map(([longest]) => longest)
}

/** The pages of each kind, the longest first. */
function byLength(site) {
  const kinds = new Map()
  for (const page of site.pages) {
    const kind = kindOf(page)
    kinds.set(kind, [...(kinds.get(kind) ?? []), { page, length: textOf(site, page).length }])
  }
  const sorted = (pages) => pages.sort((a, b) => b.length - a.length || (a.page < b.page ? -1 : 1)).map(({ page }) => page)
  return [...kinds.values()].map(sorted)
}

/** The longest page of each kind that is not endless, else the shortest. */
export function oneOfEachKind(site) {
  const chosen = new Map()
  const links = (page) => textOf(site, page).split('<a ').length
  for (const page of representatives(site)) {
    const before = chosen.get(kindOf(page))
    const better = before && (links(before) > ENDLESS ? links(page) < links(before) : links(page) > links(before) && links(page) <= ENDLESS)
    if (!before || better) chosen.set(kindOf(page), page)
  }
  return [...chosen.values()]
}

/** What kind of page a path is: folder names below a register, ids and periods become `*`. */
export function kindOf(path) {
  const steps = path.split('/')
  const file = steps.pop()
  const named = steps[0] === 'governance' ? 2 : 1
  const folder = steps.map((step, index) => (index < named ? step : '*'))
  if (steps.length === 0) return file
  if (file === 'index.html' || (steps[0] === 'audit' && steps.length === 1)) return [...folder, file].join('/')
  if (/^v\d/.test(file)) return [...folder, 'v*.html'].join('/')
  if (steps.length > named && /^checks(\.\d+)?\.html$/.test(file)) return [...folder, 'checks.html'].join('/')
  if (steps.length > named && /^history(\.\d+)?\.html$/.test(file)) return [...folder, 'history.html'].join('/')
  if (steps[0] !== 'metrics' && steps.length > 1 && /^[a-z]+\.html$/.test(file)) return [...folder, file].join('/')
  return [...folder, '*.html'].join('/')
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort()
}
