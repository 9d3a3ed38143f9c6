// Opens pages of every kind in the browser, with and without scripts, narrow and wide, light and dark.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import axe from 'axe-core'
import { launch, open } from './browser.mjs'
import { accessibility, clippedLabels, cutText, overflowing, visibleText } from './inpage.mjs'
import { none } from './none.mjs'
import { SCRIPT_ONLY, WIDTHS } from './policy.mjs'
import { representatives, sites } from './sites.mjs'

const AT_ONCE = 2
const LIMIT = 120_000

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

for (const site of sites()) {
  describe(`${site.name}: in the browser`, { concurrency: AT_ONCE }, () => {
    for (const path of representatives(site)) {
      test(`${site.name}/${path}`, { timeout: LIMIT }, (t) => readPage(t, site, path))
    }
  })
}

async function readPage(t, site, path) {
  const part = (says, check) => t.test(`${site.name}/${path} ${says}`, check)
  const view = await open(browser, site, path)
  try {
    const { page } = view
    const withScripts = await page.evaluate(visibleText, SCRIPT_ONLY)

    await part('says the same without scripts', async () => {
      const plain = await open(browser, site, path, { scripts: false })
      try {
        assert.equal(withScripts, await plain.page.evaluate(visibleText, SCRIPT_ONLY))
        assert.ok(withScripts.length > 0, 'the main part says nothing')
        none(plain.troubles)
      } finally {
        await plain.close()
      }
    })
    for (const width of WIDTHS) {
      await part(`fits a window of ${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 })
        none([...(await page.evaluate(overflowing)), ...(await page.evaluate(cutText))])
      })
    }
    await part('keeps the labels of its pictures whole and apart', async () => none(await page.evaluate(clippedLabels)))
    await page.evaluate(axe.source)
    for (const scheme of ['light', 'dark']) {
      await part(`is accessible in ${scheme} colours`, async () => {
        await page.emulateMedia({ colorScheme: scheme })
        none(await page.evaluate(accessibility))
      })
    }
    await part('opens without a message, an error or a request outside', () => none(view.troubles))
  } finally {
    await view.close()
  }
}
