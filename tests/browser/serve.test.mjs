// A real browser looks at `tickmark serve` while its project is edited.
//
// TICKMARK names the program. The project is the minimal one of the tests, copied, so that nothing is edited here.

import { after, afterEach, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { launch } from './browser.mjs'
import { accessibility } from './inpage.mjs'
import { none } from './none.mjs'

const PATIENCE = 30_000
const MINIMAL = join(dirname(fileURLToPath(import.meta.url)), '../projects/minimal')
const METRIC = 'metrics/definitions/answered-in-time.yaml'
const PAGE = 'metrics/answered-in-time.html'

/** Starts a preview of a folder; gives its address and a way to end it. */
async function serve(folder, port = 0) {
  const program = process.env.TICKMARK
  if (!program) throw new Error('no program given: set TICKMARK')
  const child = spawn(program, ['-C', folder, 'serve', '--port', String(port), '--as-of', '2026-04-10'])
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const found = /^serving (\S+)\n/.exec(said)
      if (found) resolve(found[1])
    })
    child.on('exit', (code) => reject(new Error(`the preview ended with ${code}`)))
  })
  const end = () => {
    child.kill('SIGINT')
    return ended
  }
  return { url, port: Number(new URL(url).port), end }
}

describe('a preview in a browser', () => {
  let browser, folder, preview, good
  const opened = []

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-serve-'))
    cpSync(MINIMAL, folder, { recursive: true })
    good = readFileSync(join(folder, METRIC), 'utf8')
    preview = await serve(folder)
    browser = await launch()
  })

  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close()
    write(METRIC, good)
  })

  after(async () => {
    await browser?.close()
    await preview?.end()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  const write = (path, text) => writeFileSync(join(folder, path), text)

  /** Opens a page of the preview, and notes whatever its console says. */
  async function open(path, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 500 }, reducedMotion: 'reduce', ...options })
    opened.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const troubles = []
    page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
    await page.goto(preview.url + path)
    return { page, troubles }
  }

  const shows = (page, selector, text) => page.locator(selector, { hasText: text }).first().waitFor()
  const isGone = (page, selector) => page.locator(selector).first().waitFor({ state: 'hidden' })

  test('a page loads itself anew after a save, stays where it was, and says what changed', async () => {
    const { page, troubles } = await open(PAGE)
    await page.evaluate(() => window.scrollTo({ top: 700, behavior: 'instant' }))
    const before = await page.evaluate(() => window.scrollY)
    assert.ok(before > 300, `the page is long enough to scroll: ${before}`)
    write(METRIC, good.replace('Calls answered in time', 'Calls answered at once'))
    await shows(page, 'h1', 'Calls answered at once')
    await shows(page, '.tickmark-note[role=status]', `${METRIC} changed`)
    assert.equal(await page.evaluate(() => window.scrollY), before)
    // It goes by a key, and leaves nothing behind.
    await page.locator('.tickmark-note button').press('Escape')
    assert.equal(await page.locator('.tickmark-note').first().textContent(), '')
    none(troubles)
  })

  test('a page that did not change is not loaded anew, and says what did', async () => {
    const { page, troubles } = await open('glossary/offered.html')
    await page.evaluate(() => (window.same = true))
    write('content/teams/operations.yaml', readFileSync(join(MINIMAL, 'content/teams/operations.yaml'), 'utf8') + '# a remark\n')
    await shows(page, '.tickmark-note', 'content/teams/operations.yaml changed')
    assert.equal(await page.evaluate(() => window.same), true)
    none(troubles)
  })

  test('mistakes stand over the last good page with place, line and help, and go when they are mended', async () => {
    const { page, troubles } = await open(PAGE)
    write(METRIC, good.replace('unit: percent', 'unit: "<b>furlongs</b>"'))
    const dialog = page.locator('dialog[role=alertdialog]')
    await dialog.waitFor()
    await shows(page, 'dialog h2', '1 mistake')
    await shows(page, 'dialog .tickmark-place', `${METRIC}:9:7`)
    assert.equal(await page.locator('dialog mark').textContent(), '"<b>furlongs</b>"')
    await shows(page, 'dialog .tickmark-help', 'help: ')
    assert.equal(await page.locator('h1').textContent(), 'Calls answered in time')
    assert.equal(await page.evaluate(() => document.activeElement.closest('dialog') !== null), true)
    await page.evaluate(axe.source)
    none(await page.evaluate(accessibility))

    // Escape hides it, another page does not bring it back, a button does.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.goto(preview.url)
    await page.locator('.tickmark-reopen').click()
    await dialog.waitFor()

    write(METRIC, good)
    await dialog.waitFor({ state: 'hidden' })
    await isGone(page, '.tickmark-reopen')
    none(troubles)
  })

  test('a page follows again after the preview was ended and started', async () => {
    const { page } = await open(PAGE)
    await preview.end()
    await shows(page, '.tickmark-lost', 'The preview has stopped')
    write(METRIC, good.replace('Calls answered in time', 'Calls answered meanwhile'))
    preview = await serve(folder, preview.port)
    await shows(page, 'h1', 'Calls answered meanwhile')
    assert.equal(await page.locator('.tickmark-lost').textContent(), '')
  })

  test('a page that is not there yet comes up by itself', async () => {
    const { page } = await open('glossary/new.html')
    await shows(page, 'h1', 'No such page')
    write('content/glossary/new.md', '---\ntitle: A new term\n---\nText.\n')
    await shows(page, 'h1', 'A new term')
  })

  test('a page is there at once as it was last shown, and stays or goes over to what is so', async () => {
    const repository = mkdtempSync(join(tmpdir(), 'tickmark-again-'))
    cpSync(MINIMAL, repository, { recursive: true })
    const git = (...args) => execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args])
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'All')
    const pipe = join(repository, '.git/info/grafts')
    mkdirSync(dirname(pipe), { recursive: true })
    /** Starts a preview that cannot read its project yet; gives it with a way to let it. */
    const held = async () => {
      execFileSync('mkfifo', [pipe])
      const aside = join(repository, '.git/aside')
      const release = () => {
        renameSync(pipe, aside)
        closeSync(openSync(aside, 'r+'))
      }
      return { ...(await serve(repository)), release }
    }
    let other = await serve(repository)
    try {
      const first = await open('')
      await first.page.goto(other.url + PAGE)
      await shows(first.page, 'h1', 'Calls answered in time')
      await other.end()

      other = await held()
      const { page, troubles } = await open('')
      await page.goto(other.url + PAGE)
      await shows(page, '.tickmark-last [role=status]', 'This page is as it was last shown.')
      await shows(page, 'h1', 'Calls answered in time')
      const isStyled = () => [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet?.cssRules.length > 0)
      assert.equal(await page.evaluate(isStyled), true)
      await page.evaluate(axe.source)
      none(await page.evaluate(accessibility))
      await page.evaluate(() => (window.same = true))
      other.release()
      await page.locator('.tickmark-last').waitFor({ state: 'detached' })
      assert.equal(await page.evaluate(() => window.same), true, 'it is what is so')
      none(troubles.filter((one) => !one.includes('503')))
      await other.end()

      writeFileSync(join(repository, METRIC), good.replace('Calls answered in time', 'Calls answered at once'))
      other = await held()
      await page.goto(other.url + PAGE)
      await shows(page, '.tickmark-last .tickmark-note', 'This page is as it was last shown.')
      await page.evaluate(() => window.scrollTo({ top: 700, behavior: 'instant' }))
      const before = await page.evaluate(() => window.scrollY)
      assert.ok(before > 300)
      other.release()
      await shows(page, 'h1', 'Calls answered at once')
      assert.equal(await page.locator('.tickmark-last').count(), 0)
      assert.equal(await page.evaluate(() => window.scrollY), before)
      await other.end()

      writeFileSync(join(repository, METRIC), good.replace('unit: percent', 'unit: furlongs'))
      other = await held()
      await page.goto(other.url + PAGE)
      await shows(page, '.tickmark-last .tickmark-note', 'This page is as it was last shown.')
      other.release()
      await shows(page, 'dialog h2', '1 mistake')
      await shows(page, 'h1', 'Calls answered at once')
      writeFileSync(join(repository, METRIC), good)
      await shows(page, 'h1', 'Calls answered in time')
      await isGone(page, 'dialog')
    } finally {
      await other.end()
      rmSync(repository, { recursive: true, force: true })
    }
  })

  test('a preview that begins with mistakes lists them until there is a report', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'tickmark-broken-'))
    cpSync(MINIMAL, broken, { recursive: true })
    writeFileSync(join(broken, METRIC), good.replace('unit: percent', 'unit: furlongs'))
    const other = await serve(broken)
    try {
      const { page } = await open('')
      await page.goto(other.url)
      await shows(page, 'h1', '1 mistake')
      writeFileSync(join(broken, METRIC), good)
      await shows(page, '.masthead', 'Minimal service report')
    } finally {
      await other.end()
      rmSync(broken, { recursive: true, force: true })
    }
  })
})
