// Opens pages of a site in headless Chromium from file://, with the network off, and notes whatever goes wrong.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { none } from './none.mjs'

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Starts the browser: the one that CHROMIUM names, or the first that the system has. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place))
  if (!executablePath) throw new Error('no Chromium found: install the package chromium, or set CHROMIUM to the program')
  return chromium.launch({ executablePath, args: FLAGS })
}

/**
 * Opens one page. `view.page` is the page; `view.troubles` lists console messages, errors of scripts, and requests
 * that failed or left the folder. Options: `scripts`, `width`, `scheme` (light, dark), `contrast` (more), `first` (a function
 * that runs in the page before its own scripts).
 */
export async function open(browser, site, path, options = {}) {
  const { scripts = true, width = 1280, scheme = 'light', contrast = 'no-preference', first } = options
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    colorScheme: scheme,
    contrast,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  await context.setOffline(true)
  if (first) await context.addInitScript(first)
  const troubles = []
  const page = await context.newPage()
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!within(site, request.url())) troubles.push(`request outside the report: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    troubles.push(`request failed: ${request.url()} (${request.failure()?.errorText})`)
  })
  await page.goto(pathToFileURL(join(site.folder, path)).href, { waitUntil: 'load' })
  return { page, troubles, close: () => context.close() }
}

/** Opens one page for `look`, closes it, and fails where the page was not quiet. */
export async function on(browser, site, path, look, options) {
  const view = await open(browser, site, path, options)
  try {
    await look(view)
    none(view.troubles)
  } finally {
    await view.close()
  }
}

/** Gives an open page one of the LOOKS, or a medium; what is left out goes back to the usual. */
export async function wear(page, { theme = '', media = null, colorScheme = 'light', contrast = 'no-preference', forcedColors = 'none' } = {}) {
  await page.emulateMedia({ media, colorScheme, contrast, forcedColors })
  await page.evaluate((theme) => (theme ? (document.documentElement.dataset.theme = theme) : delete document.documentElement.dataset.theme), theme)
}

/** Whether an address lies in the site's folder (or in the page itself). */
function within(site, address) {
  const url = new URL(address)
  if (url.protocol === 'data:') return true
  return url.protocol === 'file:' && fileURLToPath(url).startsWith(`${site.folder}/`)
}
