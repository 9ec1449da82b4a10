// Over an editor's text: highlights are painted, no node is touched.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onPage } from './harness.mjs'

for (const where of ['in the page', 'in a frame']) {
  test(`${where}: highlights follow the text, and are taken away`, () =>
    onPage('examples/plain.html', async (page) => {
      const seen = await page.evaluate(async (where) => {
        const { createAnalyzer } = await import(new URL('../vakta.js', document.baseURI).href)
        const { annotate } = await import(new URL('../annotate.js', document.baseURI).href)
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const own = where === 'in a frame' ? frame.contentDocument : document
        const { highlights } = own.defaultView.CSS
        const editable = own.createElement('div')
        editable.contentEditable = 'true'
        const line = (words) => Object.assign(own.createElement('p'), { textContent: words })
        editable.append(line('पुल पर बहस हुई।'), line('सीमा राव ने कहा कि पुल बनेगा।'))
        own.body.append(editable)
        const painted = () => Object.fromEntries(['quote', 'cue', 'speaker', 'person'].map((name) =>
          [name, [...(highlights.get(`vakta-${name}`) ?? [])].map(String)]))
        let told = () => {}
        const article = () => new Promise((resolve) => (told = resolve))
        const first = article()
        const before = editable.childNodes.length
        const annotation = annotate(editable, await createAnalyzer(), { onArticle: () => told() })
        await first
        const start = painted()
        const second = article()
        editable.lastChild.firstChild.data = 'रवि दास ने बताया कि सड़क टूटी है।'
        await second
        const edited = painted()
        annotation.stop()
        return { start, edited, end: painted(), nodes: editable.childNodes.length - before }
      }, where)
      const nothing = { quote: [], cue: [], speaker: [], person: [] }
      assert.deepEqual(seen, {
        start: { quote: ['पुल बनेगा'], cue: ['कहा'], speaker: ['सीमा राव'], person: ['सीमा राव'] },
        edited: { quote: ['सड़क टूटी है'], cue: ['बताया'], speaker: ['रवि दास'], person: ['रवि दास'] },
        end: nothing, nodes: 0,
      })
    }))
}
