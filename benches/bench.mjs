// Speed of what a visitor runs, in a real browser, and of the command. Run by `cargo xtask bench [--json]`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { measure, scaling } from './segmentation.mjs'

const EXPLAINED = {
  segmentation_vs_intl_segmenter: 'times as fast as Intl.Segmenter("hi") giving sentences and words of the same articles (median of paired rounds)',
  segmentation_mb_per_second: 'MB of UTF-8 a second, sentences and tokens in wasm through the typed-array API',
  intl_segmenter_mb_per_second: 'the same work by Intl.Segmenter, in the same rounds',
  segmentation_linearity: 'slowest over fastest of 10 KB, 1 MB and 10 MB: 1 is perfectly linear',
  pipeline_tokens_per_second_wasm: 'tokens of articles analyzed whole, on one thread of the browser',
  pipeline_tokens_per_second_native: 'the same by `vakta batch` on one thread, start-up and JSON included',
  init_ms: 'from the compiled module to an analyzer that answers (median)',
  article_500_words_ms: 'one article of about 500 words, analyzed whole (median)',
}

/** Own articles, and the development gold where it is there. */
function texts() {
  const shared = new URL('../../shared/gold/articles-dev.jsonl', import.meta.url)
  const own = [readFileSync(new URL('../tests/fixtures/article.txt', import.meta.url), 'utf8').repeat(2)]
  if (!existsSync(shared)) return Array.from({ length: 30 }, () => own[0])
  return readFileSync(shared, 'utf8').trim().split('\n').map((line) => JSON.parse(line).text)
}

/** Runs in the page. @param {string[]} texts */
async function pipeline(texts) {
  // @ts-ignore resolved by the browser
  const { createAnalyzer } = await import(new URL('vakta.js', document.baseURI).href)
  const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1]
  const first = await createAnalyzer({ worker: false })
  const inits = []
  for (let i = 0; i < 7; i++) {
    const began = performance.now()
    const analyzer = await createAnalyzer({ worker: false, module: first.module })
    await analyzer.analyze('राम ने कहा।')
    inits.push(performance.now() - began)
    analyzer.dispose()
  }
  const analyzer = await createAnalyzer({ worker: false, module: first.module })
  let tokens = 0
  for (const text of texts) tokens += (await analyzer.analyze(text)).tokens.length
  const began = performance.now()
  for (let round = 0; round < 3; round++) for (const text of texts) await analyzer.analyze(text)
  const seconds = (performance.now() - began) / 3000
  const words = texts.join('\n\n').split(/\s+/).slice(0, 500).join(' ')
  const articles = []
  for (let i = 0; i < 15; i++) {
    const start = performance.now()
    await analyzer.analyze(words)
    articles.push(performance.now() - start)
  }
  return { tokens, init_ms: median(inits), pipeline_tokens_per_second_wasm: tokens / seconds, article_500_words_ms: median(articles) }
}

/** @param {string[]} articles @param {number} tokens */
function native(articles, tokens) {
  const lines = articles.map((text, id) => JSON.stringify({ id, text })).join('\n') + '\n'
  const repeat = 10
  const began = performance.now()
  execFileSync(process.env.VAKTA_COMMAND ?? '', ['batch'], {
    input: lines.repeat(repeat),
    maxBuffer: 1 << 30,
    env: { ...process.env, RAYON_NUM_THREADS: '1' },
  })
  return (tokens * repeat * 1000) / (performance.now() - began)
}

const browser = await chromium.launch({
  executablePath: process.env.VAKTA_BROWSER,
  args: process.env.VAKTA_BROWSER_ARGUMENTS?.split(' '),
})
try {
  const page = await browser.newPage()
  await page.goto(process.env.VAKTA_ADDRESS ?? '')
  const articles = texts()
  const inPage = (/** @type {Function} */ body) => `(async (texts) => {
    const { default: init, Analyzer } = await import(new URL('generated/vakta.js', document.baseURI).href)
    await init({ module_or_path: new URL('generated/vakta_bg.wasm', document.baseURI) })
    const analyzer = new Analyzer([])
    const segments = (text) => analyzer.segments(text)
    return (${body})(segments, texts)
  })(${JSON.stringify(articles)})`
  const segmentation = await page.evaluate(inPage(measure))
  const speeds = await page.evaluate(inPage(scaling))
  const { tokens, ...figures } = await page.evaluate(pipeline, articles)
  const result = {
    ...segmentation,
    segmentation_linearity: Math.max(...speeds) / Math.min(...speeds),
    ...figures,
    pipeline_tokens_per_second_native: native(articles, tokens),
  }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(result))
  } else {
    const shown = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
    for (const [name, figure] of Object.entries(result)) {
      console.log(`${name.padEnd(36)} ${shown.format(figure).padStart(10)}  ${EXPLAINED[name] ?? ''}`)
    }
  }
} finally {
  await browser.close()
}
