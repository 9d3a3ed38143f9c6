// Reads every page of every site as text: form, policy, headings, tables, pictures, links and anchors.
// No browser is needed here, so that thousands of pages take seconds.

import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { attribute, elements, parsePage } from './html.mjs'
import { dead, references, target } from './links.mjs'
import { none } from './none.mjs'
import { RULES } from './rules.mjs'
import { sites, textOf } from './sites.mjs'

for (const site of sites()) {
  describe(`${site.name}: the files`, () => {
    const known = new Map()

    before(() => {
      for (const page of site.pages) known.set(page, read(textOf(site, page)))
    })

    for (const [says] of RULES) {
      test(`${site.name}: every page ${says}`, () => none(site.pages.flatMap((page) => known.get(page).wrong.get(says).map((what) => `${page}: ${what}`))))
    }

    test(`${site.name}: every page links only to files and anchors that exist`, () => {
      const idsOf = (page) => known.get(page)?.ids
      none(site.pages.flatMap((page) => known.get(page).references.flatMap((one) => dead(site.files, idsOf, page, one))))
    })

    test(`${site.name}: every page is reached by links from the first page`, () => {
      assert.ok(known.has('index.html'), 'there is no index.html')
      const reached = new Set(['index.html'])
      for (const page of reached) {
        for (const { href } of known.get(page).references) {
          const path = target(page, href)?.path
          if (known.has(path)) reached.add(path)
        }
      }
      none(site.pages.filter((page) => !reached.has(page)).map((page) => `${page}: no link leads here`))
    })

    test(`${site.name}: every page bears a title of its own`, () => {
      const titles = new Map()
      for (const [page, { title }] of known) titles.set(title, [...(titles.get(title) ?? []), page])
      const shared = [...titles].filter(([, pages]) => pages.length > 1)
      none(shared.map(([title, pages]) => `"${title}" is the title of ${pages.join(', ')}`))
    })
  })
}

function read(text) {
  const parsed = parsePage(text)
  const all = [...elements(parsed.root)]
  const title = all.find((element) => element.tagName === 'title')?.childNodes[0]?.value.trim()
  return {
    title,
    ids: new Set(all.map((element) => attribute(element, 'id')).filter((id) => id !== null)),
    references: references(all),
    wrong: new Map(RULES.map(([says, check]) => [says, check(all, parsed)])),
  }
}
