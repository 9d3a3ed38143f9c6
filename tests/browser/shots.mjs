// Takes pictures of pages of every kind into the folder that SHOTS names: light, dark, high contrast, narrow, and as paper.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch, open, wear } from './browser.mjs'
import { SHEETS, WIDTHS } from './policy.mjs'
import { representatives, sites } from './sites.mjs'

const HIGHEST = 8000
const WIDE = Math.max(...WIDTHS)
const VIEWS = {
  light: { width: WIDE },
  dark: { width: WIDE, colorScheme: 'dark' },
  contrast: { width: WIDE, contrast: 'more' },
  narrow: { width: Math.min(...WIDTHS) },
  print: { width: SHEETS.A4.width, media: 'print' },
}

const folder = process.env.SHOTS
if (!folder) throw new Error('set SHOTS to the folder for the pictures')
const browser = await launch()
let taken = 0
for (const site of sites()) {
  mkdirSync(join(folder, site.name), { recursive: true })
  for (const path of representatives(site)) {
    const name = join(folder, site.name, path.replaceAll('/', '__').replace(/\.html$/, ''))
    const { page, close } = await open(browser, site, path)
    for (const [view, { width, ...worn }] of Object.entries(VIEWS)) {
      await page.setViewportSize({ width, height: 800 })
      await wear(page, worn)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({ path: `${name}.${view}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, HIGHEST) } })
      taken += 1
    }
    await wear(page, { media: 'print' })
    for (const format of Object.keys(SHEETS)) {
      await page.pdf({ path: `${name}.${format}.pdf`, format, printBackground: false, preferCSSPageSize: true })
      taken += 1
    }
    await close()
  }
}
await browser.close()
console.log(`${taken} pictures in ${folder}`)
