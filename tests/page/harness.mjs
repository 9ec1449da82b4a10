// The harness of the page's tests: one browser, one fresh page a test, and no error or foreign request passes unseen.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { after, before } from 'node:test'
import { chromium } from 'playwright-core'

/** Where the page is served; set by `cargo xtask test`. */
export const address = process.env.VAKTA_ADDRESS
assert.ok(address, 'run these tests by `cargo xtask test`')

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.VAKTA_BROWSER,
    args: process.env.VAKTA_BROWSER_ARGUMENTS?.split(' '),
  })
})
after(() => browser.close())

/**
 * Runs `body` on a fresh page opened at `path`; fails on any error on the console or in a script, and on any request to
 * another host.
 *
 * @param {string} path relative to the site
 * @param {(page: import('playwright-core').Page, context: import('playwright-core').BrowserContext) => Promise<void>} body
 * @param {import('playwright-core').BrowserContextOptions} [options] viewport, colour scheme …
 */
export async function onPage(path, body, options) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const wrong = []
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) wrong.push(`request to ${url}`)
  })
  try {
    await page.goto(address + path)
    await body(page, context)
    assert.deepEqual(wrong, [])
  } finally {
    await context.close()
  }
}

/** Requests made from now on; a page that keeps its promise makes none after load. @param {import('playwright-core').Page} page */
export function watchRequests(page) {
  /** @type {string[]} */
  const requests = []
  page.on('request', (request) => requests.push(request.url()))
  return requests
}

/** A file of ../shared, or null in a clone without it. @param {string} path */
export function shared(path) {
  const url = new URL(`../../../shared/${path}`, import.meta.url)
  return existsSync(url) ? readFileSync(url, 'utf8') : null
}

/** A file of tests/fixtures. @param {string} name */
export const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

/** What the native command prints for JSON Lines. @param {string} lines @returns {string[]} */
export function batch(lines) {
  const printed = execFileSync(process.env.VAKTA_COMMAND ?? '', ['batch'], { input: lines, maxBuffer: 1 << 30 })
  return printed.toString().trimEnd().split('\n')
}
