// The tests of the tests: each rule is shown a page that breaks it, and must say so.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { launch, open } from './browser.mjs'
import { elements, parsePage } from './html.mjs'
import { accessibility, clippedLabels, cutText, overflowing, visibleText } from './inpage.mjs'
import { dead } from './links.mjs'
import { CONTENT_SECURITY_POLICY, SCRIPT_ONLY } from './policy.mjs'
import { RULES } from './rules.mjs'
import { kindOf, representatives } from './sites.mjs'

const HEAD = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><title>A page</title>`

function pageOf(main, head = HEAD) {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main><h1>Name</h1>${main}</main></body></html>`
}

/** The rules that find something in a page. */
function broken(text) {
  const parsed = parsePage(text)
  const all = [...elements(parsed.root)]
  return RULES.filter(([, check]) => check(all, parsed).length > 0).map(([says]) => says)
}

describe('rules over text', () => {
  test('let a good page pass', () => {
    const good = pageOf('<section><h2 id="a">Part</h2><p aria-describedby="a">Text</p><svg role="img"><title>T</title></svg></section>')
    assert.deepEqual(broken(good), [])
  })

  const cases = [
    ['is well-formed HTML', '<p>a</div></p>'],
    ['is well-formed HTML', '<p>a<div>b</div>'],
    ['is well-formed HTML', '<p><b><i>a</b></i></p>'],
    ['is well-formed HTML', '<p id="x" id="y">a</p>'],
    ['is well-formed HTML', '<table><tr><td>a</td></tr></table>'],
    ['holds no inline script, inline style or event handler', '<p style="color:red">a</p>'],
    ['holds no inline script, inline style or event handler', '<p onclick="x()">a</p>'],
    ['holds no inline script, inline style or event handler', '<script>1</script>'],
    ['holds no inline script, inline style or event handler', '<script type="module" src="a.js"></script>'],
    ['names its language and its title and has one main landmark', '</main><main>'],
    ['has one first heading and leaves no step of the headings out', '<h3>a</h3>'],
    ['has one first heading and leaves no step of the headings out', '<h1>a</h1>'],
    ['uses each id once and refers to none that is missing', '<p id="a">a</p><p id="a">b</p>'],
    ['uses each id once and refers to none that is missing', '<p aria-labelledby="gone">a</p>'],
    ['uses each id once and refers to none that is missing', '<svg aria-hidden="true"><path clip-path="url(#gone)"/></svg>'],
    ['gives every table a head and every header cell its scope', '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'],
    ['gives every picture a title or hides it', '<svg role="img"><path d=""/></svg>'],
    ['gives every picture a title or hides it', '<svg><title>a</title></svg>'],
    ['gives every picture a title or hides it', '<img src="a.png">'],
    ['has no empty section, list, table or heading', '<section><h2>a</h2></section>'],
    ['has no empty section, list, table or heading', '<ul></ul>'],
    ['has no empty section, list, table or heading', '<h2></h2>'],
    ['shows no value that a template failed to fill', '<p>NaN %</p>'],
    ['shows no value that a template failed to fill', '<p>{{ value }}</p>'],
  ]
  for (const [says, main] of cases) {
    test(`find ${main}`, () => assert.deepEqual(broken(pageOf(main)), [says]))
  }

  test('find a policy that is missing, altered or late', () => {
    const says = 'carries the content security policy before anything is loaded'
    assert.deepEqual(broken(pageOf('', HEAD.replace(/<meta http[^>]*>/, ''))), [says])
    assert.deepEqual(broken(pageOf('', HEAD.replace("'none'", "'self'"))), [says])
    assert.deepEqual(broken(pageOf('', `<link rel="stylesheet" href="a.css">${HEAD}`)), [says])
  })
})

describe('links', () => {
  const files = new Set(['index.html', 'metrics/a.html', 'data/a b.csv'])
  const idsOf = (page) => (files.has(page) ? new Set(['here']) : undefined)
  const says = (page, href, loads = false) => dead(files, idsOf, page, { place: '<a>', href, loads })

  test('that lead somewhere pass', () => {
    for (const href of ['../index.html', '../index.html#here', '#here', '../data/a%20b.csv', 'https://example.org/', 'mailto:a@example.org']) {
      assert.deepEqual(says('metrics/a.html', href), [], href)
    }
  })
  for (const href of ['gone.html', 'index.html#gone', '#', '', './', '/index.html', '//host/x', '../../index.html', 'file:///x', 'javascript:x', 'INDEX.html']) {
    test(`to ${href || 'nothing'} are found`, () => assert.equal(says('index.html', href).length, 1))
  }
  test('that load something from elsewhere are found', () => {
    assert.equal(says('index.html', 'https://example.org/a.png', true).length, 1)
  })
})

test('pages are grouped by kind', () => {
  const paths = ['index.html', 'lineage.html', 'metrics/index.html', 'metrics/a.html', 'metrics/a/history.html', 'metrics/a/v1.2.html', 'scorecards/x/2018-04.html']
  const kinds = ['index.html', 'lineage.html', 'metrics/index.html', 'metrics/*.html', 'metrics/*/history.html', 'metrics/*/v*.html', 'scorecards/*/*.html']
  assert.deepEqual(paths.map(kindOf), kinds)
})

test('every page of a small site is read', () => {
  assert.deepEqual(representatives({ pages: ['a.html', 'b/c.html'] }), ['a.html', 'b/c.html'])
})

describe('in the browser', () => {
  let browser
  let site
  before(async () => {
    browser = await launch()
    site = { folder: mkdtempSync(join(tmpdir(), 'tickmark-harness-')) }
  })
  after(async () => {
    await browser?.close()
    rmSync(site.folder, { recursive: true, force: true })
  })

  /** Opens a page with this main part and gives it to `look`. */
  async function shown(main, script, look) {
    writeFileSync(join(site.folder, 'a.js'), script)
    writeFileSync(join(site.folder, 'a.css'), '.wide{width:2000px}.cut{width:5em;overflow:hidden;white-space:nowrap}.pale{color:#eee;background:#fff}')
    const head = `${HEAD}<link rel="stylesheet" href="a.css"><script src="a.js" defer></script>`
    writeFileSync(join(site.folder, 'a.html'), pageOf(main, head))
    const view = await open(browser, site, 'a.html')
    try {
      return await look(view)
    } finally {
      await view.close()
    }
  }

  test('a quiet page is let pass', async () => {
    const found = await shown('<p>Text</p>', '', async ({ page, troubles }) => [...troubles, ...(await page.evaluate(overflowing))])
    assert.deepEqual(found, [])
  })
  test('messages, errors and missing files are found', async () => {
    const found = await shown('<img src="gone.png" alt="">', 'console.log("hello"); gone()', ({ troubles }) => troubles.join('\n'))
    assert.match(found, /console log: hello/)
    assert.match(found, /error: gone is not defined/)
    assert.match(found, /request failed: .*gone\.png/)
  })
  test('requests outside the folder are found', async () => {
    const found = await shown('<img src="../beside.png" alt="">', '', ({ troubles }) => troubles.join('\n'))
    assert.match(found, /request outside the report/)
  })
  test('what the policy forbids is found', async () => {
    const found = await shown('<p style="color:red">a</p><img src="http://127.0.0.1:9/a.png" alt="">', '', ({ troubles }) => troubles)
    assert.ok(found.length >= 2, found.join('\n'))
  })
  test('text that a script takes away is seen', async () => {
    const script = 'document.querySelector("p").remove()'
    const said = await shown('<p>Gone</p><p data-script>Filter</p>', script, ({ page }) => page.evaluate(visibleText, SCRIPT_ONLY))
    assert.equal(said, 'Name')
  })
  test('wide and cut text are found', async () => {
    const main = '<p class="wide">a</p><p class="cut">a long line that does not fit its box</p>'
    const [wide, cut] = await shown(main, '', async ({ page }) => [await page.evaluate(overflowing), await page.evaluate(cutText)])
    assert.ok(wide.length >= 2, wide.join('\n'))
    assert.equal(cut.length, 1)
  })
  test('labels outside their picture and on one another are found', async () => {
    const picture = '<svg role="img" width="100" height="50"><title>P</title><text x="90" y="20">outside</text><text x="5" y="40">one</text><text x="7" y="41">two</text></svg>'
    const found = await shown(picture, '', ({ page }) => page.evaluate(clippedLabels))
    assert.deepEqual(found, ['"outside" sticks out of the picture "P"', '"one" and "two" lie on one another in the picture "P"'])
  })
  test('pale text is found', async () => {
    const found = await shown('<p class="pale">hard to read</p>', '', async ({ page }) => {
      await page.evaluate(axe.source)
      return page.evaluate(accessibility)
    })
    assert.match(found.join('\n'), /color-contrast/)
  })
})
