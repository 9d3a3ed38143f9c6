// Opens every page of the report of the hostile project (see hostile.mjs): nothing executes, and every text is shown as it
// was written. HOSTILE names the folder of that report.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { shown } from './attacks.mjs'
import { launch, on } from './browser.mjs'
import { elements, named, parsePage, words } from './html.mjs'
import { altered, armed, hit } from './intrusion.mjs'
import { none } from './none.mjs'
import { FILLED, RULES } from './rules.mjs'
import { siteAt, textOf } from './sites.mjs'

const AT_ONCE = 2
const EXPLAINED = 8
const KINDS = 32
const TURNS = [0, 1]

if (!process.env.HOSTILE) throw new Error('no report given: set HOSTILE to the report of the hostile project')
const site = siteAt(`hostile=${process.env.HOSTILE}`)
const files = [...site.files].filter((file) => file.startsWith('data/records/') && file.endsWith('.json'))
const records = files.map((file) => JSON.parse(textOf(site, file)))
const marks = new Set(records.flatMap((record) => marksIn(JSON.stringify(record.record))))
const texts = Object.fromEntries([...marks].map((mark) => [mark, TURNS.map((turn) => shown(mark, turn))]))

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

function marksIn(text) {
  return text.match(/\bt\d+(?= )/g) ?? []
}

/** Opens a page or picture with the trap in place and gives it to `look`. */
function trapped(path, look) {
  return on(browser, site, path, look, { first: hit })
}

test('the hostile project has two records of every kind, each with a page', () => {
  const kinds = new Set(records.map((record) => record.kind))
  assert.ok(kinds.size >= KINDS, `${kinds.size} kinds`)
  assert.equal(records.length, 2 * kinds.size)
  const titles = new Set(site.pages.map((page) => words(named(parsePage(textOf(site, page)).root, 'h1')[0])))
  none(records.filter(({ record }) => !titles.has(record.title)).map(({ kind, id }) => `${kind}/${id}`))
})

for (const [says, check] of RULES.filter(([says]) => says !== FILLED)) {
  test(`hostile texts: every page ${says}`, () =>
    none(
      site.pages.flatMap((page) => {
        const parsed = parsePage(textOf(site, page))
        return check([...elements(parsed.root)], parsed).map((what) => `${page}: ${what}`)
      }),
    ))
}

describe('hostile texts in the browser', { concurrency: AT_ONCE }, () => {
  // The pages of single checks are alike, and what they tell stands on the page of findings as well: the longest stand for all.
  const explained = site.pages.filter((path) => path.startsWith('audit/checks/')).sort((a, b) => textOf(site, b).length - textOf(site, a).length)
  const others = new Set(explained.slice(EXPLAINED))
  for (const path of site.pages.filter((path) => !others.has(path))) {
    test(`${path}: nothing executes, and every text is shown as it was written`, () =>
      trapped(path, async ({ page }) => none([...(await page.evaluate(armed)), ...(await page.evaluate(altered, texts))])))
  }

  for (const path of [...site.files].filter((file) => file.endsWith('.svg'))) {
    test(`${path}: nothing executes when the picture is opened by itself`, () => trapped(path, async ({ page }) => none(await page.evaluate(armed))))
  }

  test('the search shows hostile titles as they were written', () =>
    trapped('index.html', async ({ page }) => {
      await page.keyboard.press('/')
      await page.keyboard.type('script')
      await page.waitForFunction(() => document.querySelectorAll('.search-results a').length > 0)
      const found = await page.locator('.search-results').textContent()
      assert.match(found, /<script>hit\("t\d+"\)<\/script>/)
      none([...(await page.evaluate(armed)), ...(await page.evaluate(altered, texts))])
    }))

  test('the filters of a register show hostile values as they were written', () =>
    trapped('records/index.html', async ({ page }) => {
      await page.locator('.table-tools input').first().fill('script')
      none([...(await page.evaluate(armed)), ...(await page.evaluate(altered, texts))])
    }))
})
