// The JavaScript API: one interface, here and in a worker.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage } from './harness.mjs'

const TEXT = 'मंत्री सीमा राव ने कहा कि 🙂 पुल बनेगा। काम कल से शुरू होगा।'

for (const worker of [false, true]) {
  const where = worker ? 'in a worker' : 'on the page'

  test(`${where}: the wire object, sentences and tokens agree`, () =>
    onPage('examples/plain.html', async (page) => {
      const { article, sentences, tokens } = await page.evaluate(
        async ({ text, worker }) => {
          const { createAnalyzer } = await import(new URL('../vakta.js', document.baseURI).href)
          const analyzer = await createAnalyzer({ worker })
          const [article, sentences, tokens] = await Promise.all([
            analyzer.analyze(text), analyzer.sentences(text), analyzer.tokens(text),
          ])
          return { article, sentences: [...sentences], tokens: [...tokens] }
        },
        { text: TEXT, worker },
      )
      assert.equal(article.version, 1)
      assert.deepEqual(sentences, article.sentences.flatMap((s) => [s.start, s.end]))
      assert.deepEqual(tokens, article.tokens.flatMap((t) => [t.start, t.end]))
      assert.equal(TEXT.slice(sentences.at(-2), sentences.at(-1)), 'काम कल से शुरू होगा।')
    }))
}

test('an aborted analysis is rejected, and the requests beside it are still answered', () =>
  onPage('examples/plain.html', async (page) => {
    const result = await page.evaluate(async (text) => {
      const { createAnalyzer } = await import(new URL('../vakta.js', document.baseURI).href)
      const analyzer = await createAnalyzer({ worker: true })
      const controller = new AbortController()
      const long = analyzer.analyze(`${text}\n`.repeat(20_000), { signal: controller.signal }).catch((error) => error.name)
      const beside = analyzer.analyze(text)
      controller.abort()
      return { long: await long, sentences: (await beside).sentences.length, again: (await analyzer.analyze(text)).sentences.length }
    }, TEXT)
    assert.deepEqual(result, { long: 'AbortError', sentences: 2, again: 2 })
  }))

test('what is no module is an error, not a wait', () =>
  onPage('examples/plain.html', async (page) => {
    const message = await page.evaluate(async () => {
      const { createAnalyzer } = await import(new URL('../vakta.js', document.baseURI).href)
      return createAnalyzer({ module: new URL('../worker.js', document.baseURI) }).catch((error) => error.constructor.name)
    })
    assert.match(message, /Error/)
  }))
