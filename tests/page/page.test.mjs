// The page, used as a reader uses it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage, shared, watchRequests } from './harness.mjs'

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

/** Every quote that is marked: its words and the speaker its handle names. */
const quotes = (page) =>
  page.locator('vakta-article').evaluate((view) =>
    [...view.shadowRoot.querySelectorAll('.quote .handle')].map((chip) => ({
      words: chip.closest('.quote').textContent,
      speaker: chip.ariaLabel.split(': ')[1].split(', ')[0],
    })))

test('who says what in the sample article', () =>
  onPage('', async (page) => {
    await ready(page)
    const found = await quotes(page)
    /** @param {string} words */
    const speaker = (words) => found.find((quote) => quote.words.includes(words))?.speaker
    assert.equal(speaker('राज्य के बुनकरों को अब सूत'), 'अनुराधा सिंह')
    assert.equal(speaker('धागे की कीमत में 18 प्रतिशत'), 'अनुराधा सिंह')
    assert.equal(speaker('करघा चलाने वाला हाथ'), 'अनुराधा सिंह')
    assert.equal(speaker('लागत “लगभग दोगुनी” हो चुकी'), 'इकबाल अंसारी')
    assert.equal(speaker('हमें भाषण नहीं, सूत चाहिए'), 'इकबाल अंसारी')
    assert.equal(speaker('योजना का पैसा निर्यातकों'), 'राकेश यादव')
    assert.equal(speaker('पारदर्शी वितरण'), 'मीरा जोशी')
    assert.match(speaker('अगले चरण में मऊ') ?? '', /अधिकारी/)
    const listed = await page.locator('#panels .who').allTextContents()
    assert.ok(['अनुराधा सिंह', 'इकबाल अंसारी', 'मीरा जोशी'].every((name) => listed.includes(name)))
    assert.equal(await page.locator('#voices .segment').count(), listed.length)
  }))

const seed = shared('articles/seed.txt')
test('who says what in the seed article', { skip: seed === null && 'no ../shared here' }, () =>
  onPage('', async (page) => {
    await ready(page)
    await paste(page, seed)
    await page.locator('vakta-article .name', { hasText: 'जयशंकर' }).first().waitFor()
    const { text, entities, quotes: gold } = JSON.parse(shared('gold/seed.jsonl') ?? '')
    /** Every wording of an entity. @param {string} name */
    const wordings = (name) => [name, ...entities.filter((e) => e.name === name).flatMap((e) => e.mentions.map(([start, end]) => text.slice(start, end)))]
    const found = await quotes(page)
    const right = gold.filter(({ content: [start, end], entity }) =>
      found.some(({ words, speaker }) => words === text.slice(start, end) && wordings(entity).includes(speaker)))
    assert.ok(right.length >= 5, JSON.stringify(found))
    const people = await page.locator('#panels .entity.person').allTextContents()
    assert.equal(people.filter((name) => name.includes('जयशंकर')).length, 1, String(people))
    assert.equal(people.filter((name) => /र[ुू]बियो/.test(name)).length, 1, String(people))
    assert.deepEqual(await page.locator('vakta-article .furniture').allTextContents(), ['विज्ञापन हटाएं सिर्फ खबर पढ़ें'])
    assert.equal(await page.locator('#panels [data-code="medtop:11000000"]').count(), 1)
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
