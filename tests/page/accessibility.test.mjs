// axe-core finds nothing, in every state of the page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { onPage } from './harness.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** @param {import('playwright-core').Page} page @param {string} state */
async function check(page, state) {
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`)
  assert.deepEqual(found, [], state)
}

const ready = (page) => page.locator('vakta-article .handle').first().waitFor({ state: 'attached' })

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [390, 1440]) {
    test(`${colorScheme}, ${width} px: reading, writing, menus, dialogs`, () =>
      onPage('', async (page) => {
        await ready(page)
        await check(page, 'reading')
        await page.locator('vakta-article .handle').first().focus()
        await check(page, 'a quote in focus, with its card')
        await page.locator('.layers summary').click()
        for (const layer of ['topics', 'terms']) await page.locator(`.layers input[name=${layer}]`).check()
        await check(page, 'all layers')
        await page.locator('.take summary').click()
        await check(page, 'the export menu')
        await page.keyboard.press('Escape')
        await page.locator('vakta-article .quote').first().click()
        await check(page, 'a quote\'s dialog')
        await page.keyboard.press('Escape')
        await page.locator('vakta-article .name.person').first().click()
        await check(page, 'a name\'s dialog')
        await page.keyboard.press('Escape')
        await page.locator('#names').click()
        await check(page, 'the newsroom\'s names')
        await page.keyboard.press('Escape')
        await page.locator('#language').click()
        await check(page, 'in English')
        await page.locator('#fresh').click()
        await page.locator('#panels .note').waitFor({ state: 'attached' })
        await check(page, 'writing, empty')
      }, { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' }))
  }
}
