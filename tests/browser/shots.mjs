// Takes pictures of pages of every kind into the folder that SHOTS names: light, dark, high contrast, narrow, print.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch, open } from './browser.mjs'
import { representatives, sites } from './sites.mjs'

const HIGHEST = 8000
const LOOKS = {
  light: {},
  dark: { scheme: 'dark' },
  contrast: { contrast: 'more' },
  narrow: { width: 360 },
}

const folder = process.env.SHOTS
if (!folder) throw new Error('set SHOTS to the folder for the pictures')
const browser = await launch()
let taken = 0
for (const site of sites()) {
  mkdirSync(join(folder, site.name), { recursive: true })
  for (const path of representatives(site)) {
    const name = join(folder, site.name, path.replaceAll('/', '__').replace(/\.html$/, ''))
    for (const [look, options] of Object.entries(LOOKS)) {
      const { page, close } = await open(browser, site, path, options)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      const width = options.width ?? 1280
      await page.screenshot({ path: `${name}.${look}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, HIGHEST) } })
      if (look === 'light') await page.pdf({ path: `${name}.print.pdf`, format: 'A4', printBackground: false, preferCSSPageSize: true })
      await close()
      taken += 1
    }
  }
}
await browser.close()
console.log(`${taken} pictures in ${folder}`)
