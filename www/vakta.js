/**
 * Vakta's JavaScript face: who said what in a Hindi article. Nothing leaves the machine.
 *
 *     import { createAnalyzer } from "./vakta.js";
 *     const analyzer = await createAnalyzer();
 *     const article = await analyzer.analyze("मंत्री ने कहा कि सड़क बनेगी।");
 *
 * @typedef {import("./wire").Article} Article
 * @typedef {import("./wire").Name} Name
 *
 * @typedef {object} Options
 * @property {boolean} [worker] Analyze in a worker (the default where there are workers), so that the page never waits.
 * @property {Name[]} [names] A newsroom's own people, organizations and places.
 * @property {WebAssembly.Module | URL | string} [module] The compiled module, or where it lies; beside this file by default.
 *
 * @typedef {object} Analyzer
 * @property {(text: string, options?: { signal?: AbortSignal, segments?: boolean }) => Promise<Article>} analyze Finds speakers,
 *   quotes, names and topics. Rejects only when aborted or disposed of. Without `segments` the lists of sentences and tokens
 *   stay empty: of a long text they are most of the result.
 * @property {(text: string) => Promise<Uint32Array>} sentences Sentence offsets: start, end, start, end, …
 * @property {(text: string) => Promise<Uint32Array>} tokens Token offsets: start, end, start, end, …
 * @property {(format: "ninjs" | "jsonld" | "annotation" | "html" | "tsv" | string, text: string, article: Article, uri?: string)
 *   => Promise<object | string>} export The article, as it is or as an editor corrected it, in a format of others: an object to
 *   be written as JSON, or text.
 * @property {(names: Name[]) => Promise<void>} setNames Replaces the newsroom's names.
 * @property {() => Promise<typeof Painter>} painter The class that paints spans onto DOM nodes of this page.
 * @property {WebAssembly.Module} module The compiled module, to be shared with other analyzers.
 * @property {() => void} dispose Stops; what is still asked for is rejected.
 */
import { initSync, Analyzer as Core, Painter } from "./generated/vakta.js";

/**
 * Loads the module once and gives an analyzer.
 * @param {Options} [options]
 * @returns {Promise<Analyzer>}
 */
export async function createAnalyzer({ worker = typeof Worker !== "undefined", names = [], module } = {}) {
  const compiled = module instanceof WebAssembly.Module ? module : await compile(module);
  if (!worker) return new LocalAnalyzer(compiled, names);
  const analyzer = new WorkerAnalyzer(compiled, names);
  await analyzer.ready;
  return analyzer;
}

/**
 * @param {URL | string} [url]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(url = new URL("./generated/vakta_bg.wasm", import.meta.url)) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Some servers don't know the type of wasm, and streaming insists on it.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {WebAssembly.Module} module */
async function painter(module) {
  initSync({ module });
  return Painter;
}

/** Analyzes on the caller's own thread. @implements {Analyzer} */
export class LocalAnalyzer {
  #core;

  /** @param {WebAssembly.Module} module @param {Name[]} names */
  constructor(module, names) {
    initSync({ module });
    this.module = module;
    this.#core = new Core(names);
  }

  /** @type {Analyzer["analyze"]} */
  async analyze(text, { signal, segments = true } = {}) {
    signal?.throwIfAborted();
    return this.#core.analyze(text, segments);
  }

  /** @param {string} text */
  async sentences(text) {
    return this.#core.sentences(text);
  }

  /** @param {string} text */
  async tokens(text) {
    return this.#core.tokens(text);
  }

  /** @type {Analyzer["export"]} */
  async export(format, text, article, uri = "urn:vakta:article") {
    return this.#core.export(format, text, article, uri);
  }

  /** @param {Name[]} names */
  async setNames(names) {
    const old = this.#core;
    this.#core = new Core(names);
    old.free();
  }

  painter() {
    return painter(this.module);
  }

  dispose() {
    this.#core.free();
  }
}

/** Analyzes in a worker. Each request has an id, each id gets one answer. @implements {Analyzer} */
export class WorkerAnalyzer {
  /** Set by `#start`. @type {Worker} */
  #worker = /** @type {any} */ (undefined);
  /** @type {Map<number, { call: string, argument: unknown, resolve: (value: any) => void, reject: (reason: unknown) => void }>} */
  #waiting = new Map();
  #lastId = 0;
  #names;

  /** @param {WebAssembly.Module} module @param {Name[]} names */
  constructor(module, names) {
    this.module = module;
    this.#names = names;
    /** Settles when the worker can analyze. @type {Promise<void>} */
    this.ready = this.#start();
  }

  /** @type {Analyzer["analyze"]} */
  async analyze(text, { signal, segments = true } = {}) {
    signal?.throwIfAborted();
    const answer = this.#ask("analyze", { text, segments });
    const id = this.#lastId;
    if (!signal) return answer;
    const aborted = () => this.#cancel(id, signal.reason);
    signal.addEventListener("abort", aborted, { once: true });
    return answer.finally(() => signal.removeEventListener("abort", aborted));
  }

  /** @param {string} text @returns {Promise<Uint32Array>} */
  sentences(text) {
    return this.#ask("sentences", text);
  }

  /** @param {string} text @returns {Promise<Uint32Array>} */
  tokens(text) {
    return this.#ask("tokens", text);
  }

  /** @type {Analyzer["export"]} */
  export(format, text, article, uri) {
    return this.#ask("export", [format, text, article, uri]);
  }

  /** @param {Name[]} names @returns {Promise<void>} */
  setNames(names) {
    this.#names = names;
    return this.#ask("setNames", names);
  }

  painter() {
    return painter(this.module);
  }

  dispose() {
    this.#stop(new Error("the analyzer was disposed of"));
  }

  /** @returns {Promise<void>} */
  #start() {
    this.#worker = new Worker(scriptUrl(), { type: "module", name: "vakta" });
    this.#worker.onmessage = ({ data: { id, value, error } }) => {
      const request = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) request?.resolve(value);
      else request?.reject(new Error(error));
    };
    this.#worker.onerror = (event) => this.#stop(new Error(event.message || "the worker could not be started"));
    return this.#ask("init", { module: this.module, names: this.#names });
  }

  /** @param {string} call @param {unknown} argument @returns {Promise<any>} */
  #ask(call, argument) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { call, argument, resolve, reject });
      this.#worker.postMessage({ id, call, argument });
    });
  }

  /** @param {unknown} reason */
  #stop(reason) {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  /**
   * Nothing interrupts a running analysis but the worker's end; a fresh worker takes over the other requests.
   * @param {number} cancelled @param {unknown} reason
   */
  #cancel(cancelled, reason) {
    this.#worker.terminate();
    this.#waiting.get(cancelled)?.reject(reason);
    this.#waiting.delete(cancelled);
    const others = [...this.#waiting];
    this.ready = this.#start();
    // A failed start is told to whoever waits, by `#stop`.
    this.ready.catch(() => {});
    for (const [id, { call, argument }] of others) this.#worker.postMessage({ id, call, argument });
  }
}

/** @type {string | undefined} */
let script;

/** The worker's address, in the form that Trusted Types ask for. */
function scriptUrl() {
  const address = new URL("./worker.js", import.meta.url).href;
  // A policy for one fixed address: there is nothing to check.
  const { trustedTypes } = /** @type {any} */ (globalThis);
  script ??= trustedTypes?.createPolicy("vakta", { createScriptURL: () => address }).createScriptURL("") ?? address;
  return /** @type {string} */ (script);
}
