// What goes in and what is taken along; without a network too.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { onPage, watchRequests } from './harness.mjs'

const ready = (page) => page.locator('vakta-article .handle').first().waitFor()
const body = (page) => page.locator('vakta-article .article').textContent()

test('a quote is copied with its speaker', () =>
  onPage('', async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await ready(page)
    await page.locator('vakta-article .quote', { hasText: 'हमें भाषण नहीं' }).click()
    await page.locator('#copy-quote').click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    assert.equal(copied, '“हमें भाषण नहीं, सूत चाहिए। जिस दिन डिपो में माल मिलेगा, उस दिन हम ताली बजाएंगे।” — इकबाल अंसारी')
  }))

test('a link carries the text in its fragment, which no server sees', () =>
  onPage('', async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await ready(page)
    const requests = watchRequests(page)
    await page.locator('.take summary').click()
    await page.locator('#link').click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    assert.deepEqual(requests, [])
    assert.match(link, /^[^#]+#t=[\w-]+$/)
    const text = await body(page)
    const other = await context.newPage()
    await other.goto(link)
    await ready(other)
    assert.equal(await body(other), text)
  }))

test('the saved table and JSON hold the corrected result', () =>
  onPage('', async (page) => {
    await ready(page)
    await page.locator('vakta-article .quote', { hasText: 'हमें भाषण नहीं' }).click()
    await page.locator('#who').fill('बुनकर')
    await page.locator('#set-speaker').click()
    /** @param {string} format */
    const saved = async (format) => {
      if (!(await page.locator('.take').getAttribute('open'))) await page.locator('.take').evaluate((menu) => (menu.open = true))
      const download = page.waitForEvent('download')
      await page.locator(`[data-format=${format}]`).click()
      return readFileSync(await (await download).path(), 'utf8')
    }
    const row = (await saved('tsv')).split('\n').find((line) => line.includes('हमें भाषण नहीं'))
    assert.ok(row?.includes('बुनकर'), row)
    assert.ok(JSON.stringify(JSON.parse(await saved('jsonld'))).includes('बुनकर'))
    assert.ok(JSON.parse(await saved('annotation'))['@context'])
    assert.equal(JSON.parse(await saved('ninjs')).language, 'hi')
    assert.match(await saved('html'), /<mark|<q|<blockquote/)
    const { text, article } = JSON.parse(await saved('json'))
    const quote = article.quotes.find((q) => text.slice(q.content.start, q.content.end).startsWith('हमें भाषण'))
    assert.equal(text.slice(quote.speaker.start, quote.speaker.end), 'बुनकर')
  }))

const HTML = `<!doctype html><html lang="hi"><title>पुल पर बहस | दैनिक</title><nav><a href="/">होम</a> <a href="/desh">देश</a></nav>
<article><h1>पुल पर बहस</h1>${'<p>मंत्री सीमा राव ने कहा कि पुल <b>अगले साल</b> बनेगा और लोगों को लंबा चक्कर नहीं लगाना पड़ेगा।</p>'.repeat(3)}
<script>document.title = 'ran'</script><p>विधायक रवि दास ने बताया कि नदी के दोनों ओर सड़क भी चौड़ी की जाएगी, ताकि भारी वाहन आ सकें।</p></article>
<footer>सर्वाधिकार सुरक्षित</footer></html>`

test('of a dropped page the article is taken, as text', () =>
  onPage('', async (page) => {
    await ready(page)
    await page.evaluate((html) => {
      const data = new DataTransfer()
      data.items.add(new File([html], 'page.html', { type: 'text/html' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, HTML)
    await page.locator('vakta-article .name', { hasText: 'रवि दास' }).waitFor()
    const text = await body(page)
    assert.ok(text.includes('पुल अगले साल बनेगा'))
    assert.ok(!/होम|सर्वाधिकार|ran|<p/.test(text), text)
    assert.ok(text.split('\n\n').length >= 4)
  }))

test('a file that is no text is refused in words', () =>
  onPage('', async (page) => {
    await ready(page)
    const before = await body(page)
    await page.locator('#file').setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0, 1]) })
    await page.locator('#status', { hasText: 'पढ़ी नहीं जा सकी' }).waitFor()
    assert.equal(await body(page), before)
  }))

test('after one visit the page works without a network', () =>
  onPage('', async (page, context) => {
    await ready(page)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
    await context.setOffline(true)
    await page.reload()
    await ready(page)
    await page.locator('#file').setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(HTML) })
    await page.locator('vakta-article .name', { hasText: 'रवि दास' }).waitFor()
  }))
