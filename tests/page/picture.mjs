// The README's picture: `cargo xtask serve`, then `node tests/page/picture.mjs http://127.0.0.1:8080/ [chromium]`.
import { chromium } from 'playwright-core'

const [address, executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--headless=new', '--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
await page.goto(address)
await page.locator('vakta-article .handle').first().waitFor()
await page.evaluate(() => document.fonts.ready.then(() => {}))
await page.waitForTimeout(300)
await page.screenshot({ path: new URL('../../www/picture.png', import.meta.url).pathname })
await browser.close()
