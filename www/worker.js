/** The analyzer in a worker: answers each request under its id, with a value or an error. */
import { LocalAnalyzer } from "./vakta.js";

/** @type {LocalAnalyzer | undefined} */
let analyzer;

// Installed before anything waits: no request is lost.
self.onmessage = async ({ data: { id, call, argument } }) => {
  try {
    self.postMessage({ id, value: await answer(call, argument) });
  } catch (error) {
    self.postMessage({ id, error: String(/** @type {any} */ (error)?.message ?? error) });
  }
};

/** @param {string} call @param {any} argument */
function answer(call, argument) {
  if (call === "init") analyzer = new LocalAnalyzer(argument.module, argument.names);
  else if (!analyzer) throw new Error("not yet initialized");
  else if (call === "analyze") return analyzer.analyze(argument.text, argument);
  else if (call === "sentences") return analyzer.sentences(argument);
  else if (call === "tokens") return analyzer.tokens(argument);
  else if (call === "export") return analyzer.export(.../** @type {Parameters<LocalAnalyzer["export"]>} */ (argument));
  else if (call === "setNames") return analyzer.setNames(argument);
  else throw new Error(`no such call: ${call}`);
}
