// The page, used as a reader uses it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage, watchRequests } from './harness.mjs'

const ready = (page) => page.locator('vakta-article .name').first().waitFor()
/** Puts a text on the clipboard's way, as a paste does. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

test('the sample article is marked: people, places, furniture', () =>
  onPage('', async (page) => {
    await ready(page)
    const names = await page.locator('vakta-article .name.person').allTextContents()
    assert.ok(names.includes('अनुराधा सिंह'))
    assert.ok((await page.locator('vakta-article .name.location').allTextContents()).includes('वाराणसी'))
    assert.equal(await page.locator('#panels .entity.person', { hasText: 'अनुराधा सिंह' }).count(), 1)
  }))

test('pasted markup stays text, and nothing is requested', () =>
  onPage('', async (page) => {
    await ready(page)
    const requests = watchRequests(page)
    const markup = '<img src=x onerror="document.title=1"> मंत्री सीमा राव ने कहा कि <b>पुल</b> बनेगा।'
    await paste(page, markup)
    await page.locator('vakta-article .name', { hasText: 'सीमा राव' }).waitFor()
    assert.equal(await page.locator('vakta-article .article').textContent(), markup)
    assert.equal(await page.locator('vakta-article .article img').count(), 0)
    assert.deepEqual(requests, [])
  }))

test('typing is analyzed, the language of the interface changes', () =>
  onPage('', async (page) => {
    await ready(page)
    await page.locator('#fresh').click()
    await page.locator('#input').pressSequentially('सीमा राव ने कहा कि पुल बनेगा।')
    await page.locator('#panels .entity', { hasText: 'सीमा राव' }).waitFor()
    await page.locator('#language').click()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.equal(await page.locator('#read').textContent(), 'Read')
  }))
