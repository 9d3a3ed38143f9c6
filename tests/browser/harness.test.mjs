// The tests of the tests: each rule is shown a page that breaks it, and must say so.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import axe from 'axe-core'
import { launch, on, open, wear } from './browser.mjs'
import { elements, parsePage } from './html.mjs'
import { accessibility, clippedLabels, cutOnPaper, cutText, foreignWords, misplaced, moving, overflowing, overlapping, visibleText } from './inpage.mjs'
import { altered, armed, hit } from './intrusion.mjs'
import { dead } from './links.mjs'
import { CONTENT_SECURITY_POLICY, SCRIPT_ONLY } from './policy.mjs'
import { RULES } from './rules.mjs'
import { kindOf, oneOfEachKind, representatives } from './sites.mjs'
import { tabThrough } from './stops.mjs'

const HEAD = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><title>A page</title>`

function pageOf(main, head = HEAD) {
  const foot = '<footer class="provenance"><dl><dt>Commit</dt><dd>0123456789ab</dd></dl></footer>'
  return `<!DOCTYPE html><html lang="en" data-foot="A page · commit 0123456789ab"><head>${head}</head><body><main><h1>Name</h1>${main}</main>${foot}</body></html>`
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
    ['is well-formed HTML', '<table><tr><th scope="col">h</th><td>a</td></tr></table>'],
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
    ['gives every table a head and every header cell its scope', '<table><tbody><tr><td>1</td></tr></tbody></table>'],
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

  test('find a sheet that does not say which commit it shows', () => {
    const says = 'says its report and commit in the foot of every sheet'
    const good = pageOf('')
    assert.deepEqual(broken(good.replace('commit 0123456789ab', '')), [says])
    assert.deepEqual(broken(good.replace('<dd>0123456789ab', '<dd>fedcba987654')), [says])
  })

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
  const paths = ['index.html', 'lineage.html', 'metrics/index.html', 'metrics/a.html', 'metrics/a/history.html', 'metrics/a/v1.2.html', 'scorecards/x/2018-04.html', 'scorecards/x/history.html', 'governance/policies/p/history.2.html', 'governance/actions/a-b.html', 'governance/actions/index.html']
  const kinds = ['index.html', 'lineage.html', 'metrics/index.html', 'metrics/*.html', 'metrics/*/history.html', 'metrics/*/v*.html', 'scorecards/*/*.html', 'scorecards/*/history.html', 'governance/policies/*/history.html', 'governance/actions/*.html', 'governance/actions/index.html']
  assert.deepEqual(paths.map(kindOf), kinds)
})

test('every page of a small site is read', () => {
  assert.deepEqual(representatives({ pages: ['a.html', 'b/c.html'] }), ['a.html', 'b/c.html'])
})

test('of each kind of page the longest is read, but no endless one', () => {
  const lengths = { 'index.html': 900, 'teams/a.html': 900, 'teams/b.html': 20, 'metrics/a.html': 30, 'metrics/b.html': 10 }
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-harness-'))
  for (const [page, links] of Object.entries(lengths)) {
    mkdirSync(dirname(join(folder, page)), { recursive: true })
    writeFileSync(join(folder, page), '<a href="#">a</a>'.repeat(links))
  }
  assert.deepEqual(oneOfEachKind({ folder, pages: Object.keys(lengths) }), ['index.html', 'teams/b.html', 'metrics/a.html'])
  rmSync(folder, { recursive: true })
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

  const STYLE =
    '.wide{width:2000px}.cut{width:5em;overflow:hidden;white-space:nowrap}.pale{color:#eee;background:#fff}.raised{margin-top:-2em}' +
    '.whole{break-inside:avoid}.once thead{display:table-row-group}.slow{transition:color 1s}.hidden{outline:none}.short{height:2em;overflow:auto}' +
    '.small{all:unset;display:block;width:9px;height:9px;border:1px solid}.covered{position:absolute;top:0;left:-99px}'

  /** Opens a page with this main part and gives it to `look`. */
  async function shown(main, script, look) {
    writeFileSync(join(site.folder, 'a.js'), script)
    writeFileSync(join(site.folder, 'a.css'), STYLE)
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
  test('texts on one another are found, close lines are not', async () => {
    const look = ({ page }) => page.evaluate(overlapping)
    assert.deepEqual(await shown('<p>one<br>two</p><p>three <b>four</b></p>', '', look), [])
    assert.deepEqual(await shown('<p>below</p><p class="raised">above</p>', '', look), ['"below" and "above" lie on one another'])
  })
  test('pictures and heads of tables that a sheet would cut are found', async () => {
    const picture = (height) => `<svg role="img" height="${height}"><title>P</title></svg>`
    const table = (name) => `<table class="${name}"><thead><tr><th scope="col">H</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`
    const look = ({ page }) => page.evaluate(cutOnPaper, 900)
    assert.deepEqual(await shown(`<figure class="whole">${picture(800)}</figure>${table('')}`, '', look), [])
    const found = await shown(`<figure class="whole">${picture(901)}</figure>${picture(800)}${table('once')}`, '', look)
    assert.deepEqual(found, [
      'the picture "P" is 901 px high on a sheet of 900 px',
      'the picture "P" may be cut between two sheets',
      'the head of "H" is not repeated: table-row-group',
    ])
  })
  test('what moves is found', async () => {
    assert.deepEqual(await shown('<p class="slow">a</p>', '', ({ page }) => page.evaluate(moving)), ['<p .slow> has a transition'])
  })
  test('small targets side by side are found', async () => {
    const found = await shown('<button class="small" aria-label="a"></button><button class="small" aria-label="b"></button>', '', async ({ page }) => {
      await page.evaluate(axe.source)
      return page.evaluate(accessibility)
    })
    assert.match(found.join('\n'), /target-size/)
  })
  test('a page wears what it is told, and takes it off again', async () => {
    await shown('', '', async ({ page }) => {
      const worn = () => page.evaluate(() => [document.documentElement.dataset.theme, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(forced-colors: active)').matches, matchMedia('print').matches])
      await wear(page, { theme: 'contrast', colorScheme: 'dark', forcedColors: 'active', media: 'print' })
      assert.deepEqual(await worn(), ['contrast', true, true, true])
      await wear(page)
      assert.deepEqual(await worn(), [undefined, false, false, false])
    })
  })
  test('a page that was not quiet fails', async () => {
    writeFileSync(join(site.folder, 'a.html'), pageOf('<img src="gone.png" alt="">'))
    await assert.rejects(on(browser, site, 'a.html', () => {}), /request failed/)
  })

  test('all that lies wrong on a page is found at once', async () => {
    const main = '<p class="wide">a</p><p class="cut">a long line that does not fit its box</p><p>below</p><p class="raised">above</p>'
    assert.ok((await shown(main, '', ({ page }) => misplaced(page))).length >= 4)
  })
  test('words of another language are found in the interface, not in what people wrote', async () => {
    const main = '<h2>Owner</h2><button aria-label="Search">x</button><p class="prose">Owner</p><h2 lang="en">State</h2><h2>Owner of a thing</h2>'
    const found = await shown(main, '', ({ page }) => page.evaluate(foreignWords, ['Owner', 'Search', 'State']))
    assert.deepEqual(found, ['Owner', 'Search'])
  })
  test('what executes is told', async () => {
    writeFileSync(join(site.folder, 'a.html'), pageOf('', `${HEAD}<script src="a.js" defer></script>`))
    writeFileSync(join(site.folder, 'a.js'), 'hit("t1")')
    await assert.rejects(on(browser, site, 'a.html', () => {}, { first: hit }), /executed: t1/)
  })
  const weapons = [
    ['<iframe title="a"></iframe>', /<iframe> stands in the page/],
    ['<svg role="img"><title>a</title><a xlink:href="javascript:hit()"><text>a</text></a></svg>', /<a> leads to javascript:/],
    ['<a href="java\tscript:hit()">a</a>', /<a> leads to java/],
    ['<img alt="" src="https://example.org/a.png">', /<img> leads to https:/],
    ['<p onclick="hit()">a</p>', /<p> has the handler onclick/],
  ]
  for (const [main, pattern] of weapons) {
    test(`${main} is found to be able to execute or load`, async () => assert.match((await shown(main, '', ({ page }) => page.evaluate(armed))).join('\n'), pattern))
  }
  test('a hostile text that is not shown as it was written is found, one that a label cuts short is not', async () => {
    const texts = { t1: ['t1 <b>one</b>', 't1 two'] }
    const said = (text) => shown(text, '', ({ page }) => page.evaluate(altered, texts))
    assert.deepEqual(await said('<p>by t1 &lt;b&gt;one&lt;/b&gt; and t1 two</p><pre>t1 raw</pre><svg role="img"><title>a</title><text>t1 &lt;b&gt;o…</text></svg>'), [])
    assert.deepEqual(await said('<p>t1 <b>one</b></p><p title="t1 three">a</p><p>t1 &lt;b&gt;o…</p>'), ['t1', 't1 <b>o…', 't1 three'])
  })

  const SKIP = '<a class="skip" href="#main">Skip</a>'
  const ways = [
    ['a good way with the keyboard is let pass', `${SKIP}<a href="#a">a</a><button type="button">b</button><details><summary>c</summary><a href="#d">d</a></details>`, '', []],
    ['a page that begins with something else than the way past the menu is found', '<a href="#a">a</a>', '', [/^<a \.> "a" comes before the link to the content$/]],
    ['a place that does not show its focus is found', `${SKIP}<a class="hidden" href="#a">a</a>`, '', [/^<a \.hidden> "a" does not show/]],
    ['a place that has its focus out of sight is found', `${SKIP}<a class="covered" href="#a">a</a>`, '', [/^<a \.covered> "a" has the focus where nobody sees it$/]],
    ['a place that is reached out of turn is found', `${SKIP}<a href="#a">a</a><a href="#b" tabindex="1">b</a>`, '', [/"Skip" comes after .*"b"/, /"b" comes before the link/]],
    ['a trap is found', `${SKIP}<a href="#a">a</a><a href="#b">b</a>`, 'addEventListener("keydown", (event) => event.target.textContent === "a" && event.preventDefault())', [/"b" is not reached/]],
    ['a region that scrolls out of reach is found', `${SKIP}<p class="short">a<br>b<br>c<br>d</p>`, '', [/^<p \.short> scrolls and is out of reach/]],
  ]
  for (const [says, main, script, wrong] of ways) {
    test(says, async () => {
      const found = await shown(main, script, ({ page }) => tabThrough(page))
      assert.equal(found.length, wrong.length, found.join('\n'))
      wrong.forEach((pattern, index) => assert.match(found[index], pattern))
    })
  }
  test('pale text is found', async () => {
    const found = await shown('<p class="pale">hard to read</p>', '', async ({ page }) => {
      await page.evaluate(axe.source)
      return page.evaluate(accessibility)
    })
    assert.match(found.join('\n'), /color-contrast/)
  })
})
