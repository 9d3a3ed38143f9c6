// Searches every site as a reader would: from the disk, by keyboard, for titles, words, synonyms and what has ended.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { launch, open } from './browser.mjs'
import { attribute, elements, parsePage } from './html.mjs'
import { accessibility, overflowing } from './inpage.mjs'
import { none } from './none.mjs'
import { sites, textOf } from './sites.mjs'

const LIMIT = 900_000
const ENDED = ['retired', 'expired', 'superseded', 'withdrawn', 'disposed', 'cancelled', 'closed', 'rejected']

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

/** Every record of a site as its data file has it. */
function records(site) {
  const files = [...site.files].filter((file) => file.startsWith('data/records/') && file.endsWith('.json'))
  return files.map((file) => JSON.parse(textOf(site, file)))
}

/** Opens a page, goes to the field with `/`, types, and waits for the answer. */
async function search(view, text) {
  const { page } = view
  await page.keyboard.press('/')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  await page.waitForFunction(() => /\d/.test(document.querySelector('.search-count')?.textContent ?? ''))
  return page.locator('.search-results a').evaluateAll((links) =>
    links.map((link) => ({
      href: link.href,
      title: link.querySelector('.search-title').textContent,
      ended: link.querySelector('.is-ended')?.textContent ?? null,
      said: link.textContent,
    })),
  )
}

async function on(site, path, look, options) {
  const view = await open(browser, site, path, options)
  try {
    await look(view)
    none(view.troubles)
  } finally {
    await view.close()
  }
}

/** The path in the site that an address leads to. */
function pathOf(site, href) {
  return decodeURIComponent(new URL(href).pathname).slice(site.folder.length + 1)
}

for (const site of sites()) {
  describe(`${site.name}: the search`, { timeout: LIMIT }, () => {
    const all = records(site)
    const deep = site.pages.find((path) => path.split('/').length === 3) ?? 'index.html'
    const from = site.pages.includes('records/index.html') ? 'records/index.html' : 'index.html'

    test(`${site.name}: finds every tenth record by its title, from a page in a folder`, () =>
      on(site, deep, async (view) => {
        for (const record of all.filter((_, index) => index % 10 === 0)) {
          const found = await search(view, record.record.title)
          const same = found.filter((one) => one.title === record.record.title)
          assert.ok(same.length > 0, `${record.path} is not found by its title`)
          for (const one of same) assert.ok(site.files.has(pathOf(site, one.href)), `${one.href} is no page`)
        }
      }))

    test(`${site.name}: finds a record by its id, and says its kind`, () =>
      on(site, from, async (view) => {
        const record = all[0]
        const found = await search(view, record.id)
        const page = found.find((one) => pathOf(site, one.href).endsWith(`/${record.id}.html`))
        assert.ok(page, `${record.id} is not found`)
        assert.ok(page.said.includes(record.kind.replaceAll('-', ' ')), page.said)
      }))

    test(`${site.name}: finds a page of prose by two words of its text, however they are written`, (t) => {
      const path = site.pages.find((page) => page.startsWith('pages/'))
      if (!path) return t.skip('the site has no page of prose')
      const parts = [...elements(parsePage(textOf(site, path)).root)]
      const prose = parts.find((element) => (attribute(element, 'class') ?? '').split(' ').includes('prose'))
      const texts = [...elements(prose)].flatMap((element) => element.childNodes.filter((child) => child.nodeName === '#text'))
      const long = texts.flatMap(({ value }) => value.split(/[^A-Za-z]+/)).sort((a, b) => b.length - a.length)
      return on(site, from, async (view) => {
        const found = await search(view, `${long[0].toUpperCase()} ${long[1].slice(0, -1)}`)
        assert.ok(found.some((one) => pathOf(site, one.href) === path), `${path} is not among ${found.map((one) => one.title)}`)
      })
    })

    test(`${site.name}: finds a term by a synonym`, (t) => {
      const term = all.find((record) => record.record.synonyms?.length > 0)
      if (!term) return t.skip('no term has a synonym')
      return on(site, from, async (view) => {
        const found = await search(view, term.record.synonyms[0])
        assert.ok(found.some((one) => one.title === term.record.title), `${term.path} is not found by "${term.record.synonyms[0]}"`)
      })
    })

    test(`${site.name}: finds what has ended, and marks it in words`, (t) => {
      const record = all.find(({ record }) => ENDED.includes(record.state))
      if (!record) return t.skip('no record has ended')
      return on(site, from, async (view) => {
        const found = await search(view, record.record.title)
        const marked = found.filter((one) => one.title === record.record.title && one.ended === record.record.state)
        assert.ok(marked.length > 0, JSON.stringify(found))
      })
    })

    test(`${site.name}: asks for every word, and says when nothing has them`, () =>
      on(site, from, async (view) => {
        assert.deepEqual(await search(view, `${all[0].record.title} qqqq`), [])
        await view.page.waitForFunction(() => /^0 /.test(document.querySelector('[role=status]').textContent))
      }))

    test(`${site.name}: shows the best of many, and says how many there are`, (t) =>
      on(site, from, async (view) => {
        const found = await search(view, 'a')
        if (found.length < 20) return t.skip('the site is too small')
        assert.equal(found.length, 20)
        await view.page.waitForFunction(() => /\b20\b/.test(document.querySelector('[role=status]').textContent))
      }))

    test(`${site.name}: is used with a keyboard alone`, () =>
      on(site, from, async (view) => {
        const { page } = view
        const focused = () => page.evaluate(() => [document.activeElement.tagName, [...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)])
        const found = await search(view, 'a')
        assert.deepEqual(await focused(), ['INPUT', -1])
        await page.keyboard.press('ArrowDown')
        assert.deepEqual(await focused(), ['A', 0])
        await page.keyboard.press('ArrowDown')
        assert.deepEqual(await focused(), ['A', 1])
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press('Tab')
        assert.deepEqual(await focused(), ['A', 1])
        await page.keyboard.press('Escape')
        assert.deepEqual(await focused(), ['INPUT', -1])
        assert.equal(await page.locator('.search-panel').isVisible(), false)
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        const [, at] = await focused()
        await Promise.all([page.waitForURL(found[Math.max(at, 0)].href), page.keyboard.press('Enter')])
      }))

    test(`${site.name}: takes no "/" from somebody who writes`, () =>
      on(site, from, async ({ page }) => {
        await page.locator('.search input').focus()
        await page.keyboard.type('a/b')
        assert.equal(await page.locator('.search input').inputValue(), 'a/b')
      }))

    test(`${site.name}: loads its index only when it is needed`, async () => {
      const view = await open(browser, site, from)
      const loaded = () => view.page.evaluate(() => performance.getEntriesByType('resource').some((one) => one.name.endsWith('search-index.js')))
      const script = () => view.page.locator('script[src$="search-index.js"]').count()
      assert.equal(await script(), 0)
      assert.equal(await loaded(), false)
      await view.page.keyboard.press('/')
      assert.equal(await script(), 1)
      await view.close()
    })

    test(`${site.name}: leaves no name in the page`, () =>
      on(site, from, async (view) => {
        await search(view, 'a')
        const names = (page) => page.evaluate(() => Object.getOwnPropertyNames(window))
        const bare = await view.page.context().newPage()
        const style = [...site.files].find((file) => file.endsWith('.css'))
        await bare.goto(pathToFileURL(join(site.folder, style)).href)
        const own = new Set(await names(bare))
        const added = (await names(view.page)).filter((name) => !own.has(name) && !/^\d+$/.test(name))
        assert.deepEqual(added, [])
      }))

    for (const options of [{}, { scheme: 'dark' }, { contrast: 'more' }, { width: 320 }]) {
      test(`${site.name}: is accessible and fits with ${JSON.stringify(options)}`, () =>
        on(site, from, async (view) => {
          await search(view, 'a')
          await view.page.evaluate(axe.source)
          none([...(await view.page.evaluate(accessibility)), ...(await view.page.evaluate(overflowing))])
        }, options))
    }

    test(`${site.name}: is not offered without scripts, nor on paper`, async () => {
      const plain = await open(browser, site, from, { scripts: false })
      assert.equal(await plain.page.locator('.search').isVisible(), false)
      await plain.close()
      await on(site, from, async ({ page }) => {
        await page.emulateMedia({ media: 'print' })
        assert.equal(await page.locator('.search').isVisible(), false)
      })
    })
  })
}
