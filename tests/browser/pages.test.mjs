// Opens pages of every kind in the browser: with and without scripts, in every width and look, and as sheets of paper.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import axe from 'axe-core'
import { launch, open, wear } from './browser.mjs'
import { accessibility, cutOnPaper, misplaced, moving, visibleText } from './inpage.mjs'
import { none } from './none.mjs'
import { LOOKS, SCRIPT_ONLY, SHEETS, WHOLE, WIDTHS } from './policy.mjs'
import { longestOfEachKind, representatives, sites } from './sites.mjs'

const AT_ONCE = 2
const LIMIT = 300_000
const LIGHT = 'light colours'
const CHOSEN = [LIGHT, 'dark colours']
/** The rules of axe that the look of a page decides; the others are the same in every look. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** The rules of axe that the width of a page decides; the others are the same in every window. */
const WIDTH_RULES = [...COLOUR_RULES, 'target-size', 'scrollable-region-focusable', 'page-has-heading-one', 'landmark-unique', 'aria-hidden-focus']

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

for (const [place, site] of sites().entries()) {
  describe(`${site.name}: in the browser`, { concurrency: AT_ONCE }, () => {
    const inEveryLook = new Set(longestOfEachKind(site).filter((path) => path !== WHOLE))
    // The shortest page of each kind is read in the first report only.
    for (const path of place === 0 ? representatives(site) : longestOfEachKind(site)) {
      // The first report wears every look; the others, made of the same parts, those that readers choose most.
      const worn = inEveryLook.has(path) ? (place === 0 ? Object.keys(LOOKS) : CHOSEN) : [LIGHT]
      const looks = Object.entries(LOOKS).filter(([look]) => worn.includes(look))
      test(`${site.name}/${path}`, { timeout: LIMIT }, (t) => readPage(t, site, path, looks, inEveryLook.has(path)))
    }
  })
}

/** Reads a page; one of its kind is read in the narrowest window as well. */
async function readPage(t, site, path, looks, narrow) {
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
    await page.evaluate(axe.source)
    for (const width of WIDTHS) {
      await part(`fits a window of ${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 })
        none(await misplaced(page))
      })
    }
    for (const [sheet, { width, height }] of Object.entries(SHEETS)) {
      await part(`fits a sheet of ${sheet}, and nothing on it is cut`, async () => {
        await page.setViewportSize({ width, height })
        await wear(page, { media: 'print' })
        none([...(await misplaced(page)), ...(await page.evaluate(cutOnPaper, height))])
      })
    }
    await wear(page)
    if (narrow) {
      await part('is accessible in the narrowest window', async () => {
        await page.setViewportSize({ width: Math.min(...WIDTHS), height: 800 })
        none(await page.evaluate(accessibility, WIDTH_RULES))
      })
    }
    await page.setViewportSize({ width: Math.max(...WIDTHS), height: 800 })
    for (const [look, worn] of looks) {
      await part(`is accessible in ${look}`, async () => {
        await wear(page, worn)
        none(await page.evaluate(accessibility, look === LIGHT ? undefined : COLOUR_RULES))
      })
    }
    await part('keeps still for readers who want less motion', async () => none(await page.evaluate(moving)))
    await part('opens without a message, an error or a request outside', () => none(view.troubles))
  } finally {
    await view.close()
  }
}
