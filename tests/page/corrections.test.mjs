// What an editor changes: at once to be seen, undone, kept on this machine, forgotten.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage } from './harness.mjs'

const handle = (page, words) => page.locator('vakta-article .quote', { hasText: words }).locator('.handle')
const speakerOf = async (page, words) => (await handle(page, words).getAttribute('aria-label')).split(': ')[1].split(', ')[0]
const QUOTE = 'हमें भाषण नहीं'
const open = async (page) => {
  await handle(page, QUOTE).waitFor({ state: 'attached' })
  await page.locator('vakta-article .quote', { hasText: QUOTE }).click()
}

test('a speaker is changed by keyboard, undone, done again, kept, and forgotten', () =>
  onPage('', async (page) => {
    await handle(page, QUOTE).waitFor({ state: 'attached' })
    await handle(page, QUOTE).focus()
    await page.keyboard.press('Enter')
    await page.locator('#who').fill('मीरा जोशी')
    await page.locator('#set-speaker').press('Enter')
    assert.equal(await speakerOf(page, QUOTE), 'मीरा जोशी')
    await page.keyboard.press('Control+z')
    assert.equal(await speakerOf(page, QUOTE), 'इकबाल अंसारी')
    await page.locator('#redo').click()
    assert.equal(await speakerOf(page, QUOTE), 'मीरा जोशी')
    await page.reload()
    await handle(page, QUOTE).waitFor({ state: 'attached' })
    assert.equal(await speakerOf(page, QUOTE), 'मीरा जोशी')
    await page.locator('#forget').click()
    assert.equal(await speakerOf(page, QUOTE), 'इकबाल अंसारी')
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [])
  }))

test('a false quote is dropped, a missed one is marked', () =>
  onPage('', async (page) => {
    await open(page)
    await page.locator('#drop-quote').click()
    await handle(page, QUOTE).waitFor({ state: 'detached' })
    await page.locator('vakta-article').evaluate((view) => {
      const words = 'हमें भाषण नहीं, सूत चाहिए।'
      const body = view.shadowRoot.querySelector('.article')
      const start = body.textContent.indexOf(words)
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      /** The node and offset at an offset of the whole. */
      const place = (at) => {
        walker.currentNode = body
        for (let seen = 0; walker.nextNode(); seen += walker.currentNode.data.length) {
          if (at - seen <= walker.currentNode.data.length) return [walker.currentNode, at - seen]
        }
      }
      getSelection().setBaseAndExtent(...place(start), ...place(start + words.length))
    })
    await page.locator('#mark').click()
    await page.locator('#who').fill('बुनकर')
    await page.locator('#add-quote').click()
    assert.equal(await speakerOf(page, QUOTE), 'बुनकर')
    assert.equal(await page.locator('vakta-article .quote', { hasText: QUOTE }).textContent(), 'हमें भाषण नहीं, सूत चाहिए।')
  }))

test('entities are renamed and merged, and their quotes go with them', () =>
  onPage('', async (page) => {
    const name = page.locator('vakta-article .name.person', { hasText: 'मीरा जोशी' })
    await name.waitFor({ state: 'attached' })
    await name.click()
    await page.locator('#rename').fill('डॉ. मीरा जोशी')
    await page.locator('#set-name').click()
    await page.locator('#panels .who', { hasText: 'डॉ. मीरा जोशी' }).waitFor({ state: 'attached' })
    await name.click()
    await page.locator('#merge').selectOption('इकबाल अंसारी')
    await page.locator('#set-merge').click()
    await page.locator('#panels .who', { hasText: 'मीरा जोशी' }).waitFor({ state: 'detached' })
    assert.equal(await speakerOf(page, 'पारदर्शी वितरण'), 'इकबाल अंसारी')
  }))

test('the newsroom\'s own names win, and stay', () =>
  onPage('', async (page) => {
    await handle(page, QUOTE).waitFor({ state: 'attached' })
    await page.locator('#names').click()
    await page.locator('.row select').selectOption('organization')
    await page.locator('.row input').first().fill('सूत बैंक')
    await page.locator('#set-names').click()
    await page.locator('#panels .entity.organization', { hasText: 'सूत बैंक' }).waitFor({ state: 'attached' })
    await page.reload()
    await page.locator('#panels .entity.organization', { hasText: 'सूत बैंक' }).waitFor({ state: 'attached' })
  }))
