// A book of ten megabytes: progress is shown, it can be stopped, and the page answers meanwhile.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage } from './harness.mjs'

test('ten megabytes: told, stopped, and the page is still there', () =>
  onPage('', async (page) => {
    await page.locator('vakta-article .handle').first().waitFor()
    await page.evaluate(() => {
      const sample = document.querySelector('vakta-article').value
      const text = `${sample}\n\n`.repeat(Math.ceil(1e7 / new TextEncoder().encode(sample).length))
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      globalThis.beats = 0
      setInterval(() => globalThis.beats++, 50)
    })
    await page.locator('.busy progress').waitFor()
    const before = await page.evaluate(() => globalThis.beats)
    await page.waitForTimeout(1000)
    // Analyzing goes on elsewhere: the page's own clock ticks.
    assert.ok((await page.evaluate(() => globalThis.beats)) - before >= 10)
    await page.locator('#cancel').click()
    await page.locator('.busy').waitFor({ state: 'detached' })
    await page.locator('#sample').click()
    await page.locator('vakta-article .handle').first().waitFor()
  }))
