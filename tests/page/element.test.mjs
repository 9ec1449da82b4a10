// The element, embedded as a newsroom's system would embed it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, onPage } from './harness.mjs'

/** A hand-made result, so that these tests are about the painting alone. */
const TEXT = 'सीमा राव ने कहा, “पुल बनेगा।\n\nकाम कल से होगा।” उन्होंने माना कि पैसा कम है।'
const span = (words, from = 0) => ({ start: TEXT.indexOf(words, from), end: TEXT.indexOf(words, from) + words.length })
const ARTICLE = {
  version: 1, offsets: 'utf16', sentences: [], tokens: [], topics: [], terms: [],
  paragraphs: TEXT.split('\n\n').map((words) => ({ ...span(words), kind: 'body' })),
  entities: [{ id: 0, kind: 'person', name: 'सीमा राव', mentions: [span('सीमा राव')] }],
  quotes: [
    { kind: 'direct', content: span('पुल बनेगा।\n\nकाम कल से होगा।'), cue: span('कहा'), speaker: { ...span('सीमा राव'), form: 'name', entity: 0 }, rule: 'marks-after-cue', topics: [], terms: [] },
    { kind: 'indirect', content: span('पैसा कम है'), cue: span('माना'), speaker: { ...span('उन्होंने'), form: 'pronoun', entity: 0 }, rule: 'that-clause', topics: [], terms: [] },
  ],
  speakers: [{ entity: 0, quotes: [0, 1], words: 9 }],
}

test('ten lines embed it: links stay, names are marked, parts can be styled', () =>
  onPage('examples/plain.html', async (page) => {
    const element = page.locator('vakta-article')
    await element.locator('.name.person', { hasText: 'नेहा वर्मा' }).waitFor({ state: 'attached' })
    assert.equal(await element.locator('div.article a[href="#"]').count(), 1)
    assert.match(await element.locator('.name.person').first().getAttribute('part'), /name person/)
  }))

test('what stands inside the tag stays when the module cannot be loaded', () =>
  onPage('examples/plain.html', async (page, context) => {
    await context.route('**/*.wasm', (route) => route.fulfill({ body: 'no wasm', contentType: 'application/wasm' }))
    const failed = page.waitForEvent('console', (message) => message.text() === 'vakta-error')
    await page.addInitScript(() => addEventListener('vakta-error', () => console.log('vakta-error')))
    await page.goto(`${address}examples/plain.html`)
    await failed
    assert.ok(await page.getByText('नेहा वर्मा').isVisible())
  }))

test('a set article is painted exactly: quotes over paragraphs, speakers, cues, names; the text stays the text', () =>
  onPage('examples/plain.html', async (page) => {
    const painted = await page.evaluate(async ({ text, article }) => {
      const element = document.querySelector('vakta-article')
      const done = new Promise((resolve) => element.addEventListener('vakta-analyzed', resolve, { once: true }))
      element.value = text
      element.article = article
      await done
      const body = element.shadowRoot.querySelector('.article')
      const words = (selector) => [...body.querySelectorAll(selector)].map((mark) => mark.textContent)
      return { text: body.textContent, quotes: words('.quote.direct'), indirect: words('.quote.indirect'), speakers: words('.speaker'),
        cues: words('.cue'), names: words('.name'), chips: [...body.querySelectorAll('.handle')].map((chip) => chip.ariaLabel) }
    }, { text: TEXT, article: ARTICLE })
    assert.deepEqual(painted, {
      text: TEXT,
      quotes: ['पुल बनेगा।', '\n\n', 'काम कल से होगा।'],
      indirect: ['पैसा कम है'],
      speakers: ['सीमा राव', 'उन्होंने'],
      cues: ['कहा', 'माना'],
      names: ['सीमा राव'],
      chips: ['कथन 1: सीमा राव, प्रत्यक्ष', 'कथन 2: सीमा राव, अप्रत्यक्ष'],
    })
  }))
