// Goes through a page of every kind with the keyboard alone.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { launch, on } from './browser.mjs'
import { none } from './none.mjs'
import { kindOf, oneOfEachKind, sites, textOf } from './sites.mjs'
import { tabThrough } from './stops.mjs'

const AT_ONCE = 2
const LIMIT = 120_000

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

const gone = new Set()
for (const site of sites()) {
  // A kind of page that an earlier report has is made of the same parts.
  const paths = oneOfEachKind(site).filter((path) => !gone.has(kindOf(path)))
  for (const path of paths) gone.add(kindOf(path))
  describe(`${site.name}: with the keyboard alone`, { concurrency: AT_ONCE }, () => {
    for (const path of paths) {
      test(`${site.name}/${path}: every place is reached in order, seen, and left again`, { timeout: LIMIT }, () =>
        on(browser, site, path, async ({ page }) => none(await tabThrough(page))))
    }

    test(`${site.name}: the first stop leads past the menu`, () =>
      on(browser, site, 'index.html', async ({ page }) => {
        await page.keyboard.press('Tab')
        const box = await page.locator('.skip').boundingBox()
        assert.ok(box.y >= 0, 'the link to the content stays out of sight')
        await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
        assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)))
      }))

    test(`${site.name}: a part that can be unfolded is, by Enter and by Space, and what is in it is reached`, (t) => {
      const path = site.pages.find((page) => /<details(?![^>]*\bopen\b)[^>]*>(?:(?!<\/details>)[\s\S])*<a /.test(textOf(site, page)))
      if (!path) return t.skip('no page has a part to unfold')
      return on(browser, site, path, async ({ page }) => {
        const part = await page.locator('details:not([open]):has(a)').first().elementHandle()
        const summary = await part.$('summary')
        const isOpen = () => part.evaluate((details) => details.open)
        for (const [key, opened] of [['Enter', true], ['Space', false], ['Space', true]]) {
          await summary.press(key)
          assert.equal(await isOpen(), opened, key)
        }
        await page.keyboard.press('Tab')
        assert.ok(await part.evaluate((details) => details.contains(document.activeElement) && document.activeElement.tagName !== 'SUMMARY'))
      })
    })

    test(`${site.name}: the colours are chosen, kept for the next page, and there before anything is painted`, () =>
      on(browser, site, 'index.html', async ({ page }) => {
        const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
        const light = await paper()
        await page.locator('.theme select').focus()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
        const dark = await paper()
        assert.notEqual(dark, light)
        await page.addInitScript(() => {
          new MutationObserver((changes, self) => {
            if (!document.body) return
            window.atFirst = document.documentElement.dataset.theme
            self.disconnect()
          }).observe(document, { childList: true, subtree: true })
        })
        await page.reload()
        assert.equal(await page.evaluate(() => window.atFirst), 'dark')
        assert.equal(await paper(), dark)
      }))
  })
}
