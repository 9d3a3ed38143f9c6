// Filters and sorts the tables of every site, and reads the address that keeps it.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import axe from 'axe-core'
import { launch, open } from './browser.mjs'
import { accessibility, overflowing } from './inpage.mjs'
import { none } from './none.mjs'
import { WHOLE } from './policy.mjs'
import { sites, textOf } from './sites.mjs'

const LIMIT = 900_000

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

async function on(site, path, look, options) {
  const view = await open(browser, site, path, options)
  try {
    await look(view.page)
    none(view.troubles)
  } finally {
    await view.close()
  }
}

/** The page with the longest table that has all of some marks; the report on one page repeats others, and takes a minute to read. */
function longest(site, ...marks) {
  const fitting = site.pages.filter((page) => page !== WHOLE && page.split('/').length < 4).map((page) => [page, textOf(site, page)])
  const counted = fitting.filter(([, text]) => marks.every((mark) => text.includes(mark))).map(([page, text]) => [page, text.split('<tr').length])
  counted.sort((a, b) => b[1] - a[1])
  return counted[0]?.[1] > 4 ? counted[0][0] : undefined
}

/** Whether a page has a table that is filtered and whose rows stand in groups. */
function grouped(text) {
  const tables = text.match(/<table class="[^"]*filterable[^]*?<\/table>/g) ?? []
  return tables.some((table) => table.includes('class="group"') && table.split('<tr').length > 6)
}

/** Runs in the page: the rows of the first table with tools that can be seen, as the texts of their cells. */
function rowsSeen() {
  const table = document.querySelector('.table-tools').nextElementSibling.querySelector('table')
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains('group') && row.checkVisibility())
  return rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim()))
}

/** Runs in the page: the keys of a column in the order of the rows of the first table that can be sorted. */
function keysOf(heading) {
  const table = document.querySelector('table.sortable')
  const head = [...table.tHead.rows[0].cells].find((cell) => cell.textContent.trim() === heading)
  return [...table.tBodies].map((body) => {
    const rows = [...body.rows].filter((row) => !row.matches('.group, .is-total'))
    return rows.map((row) => row.cells[head.cellIndex]).map((cell) => cell.dataset.value ?? cell.textContent.trim())
  })
}

for (const site of sites()) {
  describe(`${site.name}: tables`, { timeout: LIMIT }, () => {
    const filtered = longest(site, 'filterable', 'data-filter')

    test(`${site.name}: a register of three records or more can be filtered`, async (t) => {
      if (!filtered) return t.skip('no table is long enough')
      const registers = site.pages.filter((page) => /<table class="sortable filterable/.test(textOf(site, page))).slice(0, 40)
      for (const path of registers) {
        await on(site, path, async (page) => {
          const found = await page.evaluate(() =>
            [...document.querySelectorAll('table.filterable')].map((table) => {
              const rows = table.querySelectorAll('tbody tr:not(.group, .is-total)').length
              return rows < 3 || table.closest('.table-scroll').previousElementSibling?.className === 'table-tools'
            }),
          )
          assert.ok(found.every(Boolean), path)
        })
      }
    })

    test(`${site.name}: a text leaves the rows that have it, in whatever letters, and is announced`, (t) => {
      if (!filtered) return t.skip('no table is long enough')
      return on(site, filtered, async (page) => {
        const before = await page.evaluate(rowsSeen)
        const wanted = before.at(-1)[0].split(/\s+/)[0].toUpperCase()
        await page.locator('.table-tools input').first().fill(wanted)
        const after = await page.evaluate(rowsSeen)
        const has = (row) => row.join(' ').toUpperCase().includes(wanted)
        assert.deepEqual(after, before.filter(has))
        const said = `${after.length} of ${before.length} shown`
        await page.waitForFunction((said) => document.querySelector('[role=status]').textContent === said, said)
        assert.match(await page.locator('.table-shown').first().textContent(), new RegExp(`^${said}`))
      })
    })

    test(`${site.name}: a chosen value is kept in the address, survives a reload, and is cleared`, (t) => {
      const path = site.pages.filter((page) => page.split('/').length < 4).find((page) => /<table class="sortable filterable[\s\S]*data-filter/.test(textOf(site, page)) && textOf(site, page).split('<tr').length > 6)
      if (!path) return t.skip('no table is long enough')
      return on(site, path, async (page) => {
        const choice = page.locator('.table-tools select').first()
        if ((await choice.count()) === 0) return t.skip('no column has few values')
        const all = await page.evaluate(rowsSeen)
        await choice.selectOption({ index: 1 })
        const some = await page.evaluate(rowsSeen)
        assert.ok(some.length > 0 && some.length < all.length, `${some.length} of ${all.length}`)
        const address = page.url()
        assert.match(address, /#\?[^#]+=/)
        await page.reload()
        assert.deepEqual(await page.evaluate(rowsSeen), some)
        assert.equal(page.url(), address)
        const chosen = await choice.evaluate((list) => list.selectedOptions[0].textContent)
        await page.emulateMedia({ media: 'print' })
        const printed = await page.evaluate(() => document.querySelector('.table-shown').innerText)
        assert.ok(printed.includes(chosen), `"${printed}" does not say ${chosen}`)
        assert.equal(await choice.isVisible(), false)
        await page.emulateMedia({ media: null })
        await page.locator('.table-clear').first().focus()
        await page.keyboard.press('Enter')
        assert.deepEqual(await page.evaluate(rowsSeen), all)
        assert.equal(new URL(page.url()).hash, '')
        await page.evaluate((hash) => window.location.assign(hash), new URL(address).hash)
        await page.waitForFunction(() => !document.querySelector('.table-shown').hidden)
        assert.deepEqual(await page.evaluate(rowsSeen), some)
      })
    })

    test(`${site.name}: a group without a row that fits is hidden with its heading`, (t) => {
      const path = site.pages.find((page) => grouped(textOf(site, page)))
      if (!path) return t.skip('no table has groups')
      return on(site, path, async (page) => {
        const shown = page.locator('.table-shown', { visible: true })
        const field = page.locator('.table-tools', { has: page.locator('xpath=following-sibling::*[1][.//tr[contains(@class, "group")]]') }).first()
        await field.locator('input').fill('qqqq')
        const seen = await field.evaluate((tools) => [...tools.nextElementSibling.querySelectorAll('tr.group')].map((row) => row.checkVisibility()))
        assert.ok(seen.length > 0 && !seen.includes(true), JSON.stringify(seen))
        assert.match(await shown.first().textContent(), /^0 of /)
      })
    })

    for (const [kind, compare] of [
      ['number', (a, b) => Number(a.replace('\u2212', '-').replace(/[^0-9.eE+-]/g, '')) - Number(b.replace('\u2212', '-').replace(/[^0-9.eE+-]/g, ''))],
      ['text', (a, b) => new Intl.Collator('en', { numeric: true }).compare(a, b)],
    ]) {
      test(`${site.name}: a column of ${kind} is sorted both ways, and again after a reload`, (t) => {
        const path = longest(site, 'sortable', `data-sort="${kind}"`)
        if (!path) return t.skip('no table is long enough')
        return on(site, path, async (page) => {
          await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)))
          const head = page.locator('table.sortable').first().locator(`th[data-sort="${kind}"]`).last()
          const heading = (await head.textContent()).trim()
          const button = head.locator('button')
          const first = kind === 'number' ? 'descending' : 'ascending'
          const ordered = (groups, way) =>
            groups.every((keys) => {
              const known = keys.filter((key) => key !== '')
              const empty = keys.findIndex((key) => key === '')
              const pairs = known.slice(1).map((key, index) => compare(known[index], key))
              return pairs.every((order) => (way === 'ascending' ? order <= 0 : order >= 0)) && (empty < 0 || empty === known.length)
            })
          await button.click()
          assert.equal(await head.getAttribute('aria-sort'), first)
          assert.ok(ordered(await page.evaluate(keysOf, heading), first))
          await button.press('Enter')
          const other = first === 'ascending' ? 'descending' : 'ascending'
          assert.equal(await head.getAttribute('aria-sort'), other)
          const keys = await page.evaluate(keysOf, heading)
          assert.ok(ordered(keys, other), JSON.stringify(keys))
          assert.equal(await page.locator('th[aria-sort]').count(), 1)
          assert.match(page.url(), /#\?.*sort=/)
          await page.reload()
          assert.equal(await page.locator('th[aria-sort]').count(), 1)
          assert.deepEqual(await page.evaluate(keysOf, heading), keys)
        })
      })
    }

    test(`${site.name}: an anchor stays an anchor, and shows a row that was filtered away`, (t) => {
      if (!filtered) return t.skip('no table is long enough')
      return on(site, filtered, async (page) => {
        await page.evaluate(() => {
          document.querySelector('.table-tools').nextElementSibling.querySelector('tbody tr:not(.group)').id = 'wanted'
        })
        await page.locator('.table-tools input').first().fill('qqqq')
        assert.deepEqual(await page.evaluate(rowsSeen), [])
        await page.evaluate(() => window.location.assign('#wanted'))
        await page.waitForFunction(() => document.getElementById('wanted').checkVisibility())
        assert.equal(new URL(page.url()).hash, '#wanted')
      })
    })

    test(`${site.name}: an address with values that are gone still shows the table`, (t) => {
      if (!filtered) return t.skip('no table is long enough')
      return on(site, filtered, async (page) => {
        const all = await page.evaluate(rowsSeen)
        await page.evaluate(() => window.location.assign('#?state=qqqq&sort=qqqq&%=1&owner='))
        await page.reload()
        assert.deepEqual(await page.evaluate(rowsSeen), all)
      })
    })

    for (const options of [{}, { scheme: 'dark' }, { contrast: 'more' }, { width: 320 }]) {
      test(`${site.name}: a filtered table is accessible and fits with ${JSON.stringify(options)}`, (t) => {
        if (!filtered) return t.skip('no table is long enough')
        return on(site, filtered, async (page) => {
          await page.locator('.table-tools input').first().fill('a')
          await page.evaluate(axe.source)
          none([...(await page.evaluate(accessibility)), ...(await page.evaluate(overflowing))])
        }, options)
      })
    }
  })
}
