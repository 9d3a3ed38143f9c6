// Reads the demonstration report in German, one page of each kind: it says so, says no English word of the interface, and
// fits and is accessible as the English one is. GERMAN names the folder of that report.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import axe from 'axe-core'
import { launch, on } from './browser.mjs'
import { accessibility, foreignWords, misplaced } from './inpage.mjs'
import { none } from './none.mjs'
import { WHOLE } from './policy.mjs'
import { oneOfEachKind, siteAt } from './sites.mjs'

const AT_ONCE = 2
const LIMIT = 120_000
const NARROW = 360
/** The rules of axe that the words of a page decide; the others are the same in every language. */
const WORD_RULES = ['landmark-unique', 'link-name', 'button-name', 'label', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'document-title', 'empty-heading', 'svg-img-alt']
const LANGUAGES = new URL('../../themes/default/languages/', import.meta.url)

if (!process.env.GERMAN) throw new Error('no report given: set GERMAN to the demonstration report in German')
const site = siteAt(`german=${process.env.GERMAN}`)

/** The words of a language that stand for themselves, without gaps, by their keys. */
function catalogue(language) {
  const folder = new URL(`${language}/`, LANGUAGES)
  const lines = readdirSync(folder).flatMap((part) => readFileSync(new URL(part, folder), 'utf8').split('\n'))
  return new Map(lines.map((line) => /^([a-z][\w-]*) = ([^{]+)$/.exec(line)).filter(Boolean).map(([, key, words]) => [key, words.trim()]))
}

const german = catalogue('de')
const spoken = new Set(german.values())
const english = [...catalogue('en').values()].filter((words) => !spoken.has(words))

let browser
before(async () => {
  browser = await launch()
})
after(() => browser?.close())

test('the catalogues have words to look for', () => assert.ok(english.includes('On this page') && english.length > 200, `${english.length} words`))

describe('in German', { concurrency: AT_ONCE }, () => {
  for (const path of oneOfEachKind(site)) {
    test(`german/${path}`, { timeout: LIMIT }, (t) =>
      on(browser, site, path, async ({ page }) => {
        await t.test(`${path} is marked as German and says no English word of the interface`, async () => {
          assert.equal(await page.getAttribute('html', 'lang'), 'de')
          // The whole report holds every text that people wrote, some of which are words of the interface as well.
          if (path !== WHOLE) none(await page.evaluate(foreignWords, english))
        })
        // The longer words of German matter where room is short.
        await t.test(`${path} in German fits a window of ${NARROW} px`, async () => {
          await page.setViewportSize({ width: NARROW, height: 800 })
          none(await misplaced(page))
        })
        if (path === WHOLE) return
        await t.test(`${path} in German is accessible`, async () => {
          await page.evaluate(axe.source)
          none(await page.evaluate(accessibility, WORD_RULES))
        })
      }))
  }
})
