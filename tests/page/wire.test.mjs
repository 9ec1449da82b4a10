// One result everywhere: the browser's JSON is the command's, byte for byte.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { batch, fixture, onPage, shared } from './harness.mjs'

const FIXTURES = readdirSync(new URL('../fixtures/', import.meta.url)).filter((name) => name.endsWith('.txt'))
const SHARED = ['articles-dev', 'sentences-dev', 'pud-dev', 'hiner-dev', 'il-ner-dev', 'seed']

/** @param {{ id: string, text: string }[]} documents */
async function compare(documents) {
  const native = batch(documents.map((d) => JSON.stringify(d)).join('\n'))
  assert.equal(native.length, documents.length)
  await onPage('', async (page) => {
    const web = await page.evaluate(async (documents) => {
      const { createAnalyzer } = await import(new URL('vakta.js', document.baseURI).href)
      const analyzer = await createAnalyzer({ worker: false })
      const lines = []
      for (const { id, text } of documents) lines.push(JSON.stringify({ id, article: await analyzer.analyze(text) }))
      return lines
    }, documents)
    for (const [i, line] of web.entries()) assert.equal(line, native[i], documents[i].id)
  })
}

test('fixtures', () => compare(FIXTURES.map((id) => ({ id, text: fixture(id) }))))

for (const name of SHARED) {
  const lines = shared(`gold/${name}.jsonl`)
  test(name, { skip: lines === null && 'no ../shared here' }, () => {
    const documents = (lines ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line))
    return compare(documents.map(({ id, text }) => ({ id, text })))
  })
}
