// What the benchmarks do inside a page: added to every page before its own scripts, in a plain file, since the page's policy
// lets nothing be evaluated and a loader would change the text of a function that is sent over.

/** The end of the next frame: its animation callbacks have run and a task after it got its turn, so it has been painted. */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });
  });
}

/** Resolves with what `test` gives, looked at after each change of the element and at no other time: nobody polls a page that is timed. */
function when(element, test) {
  return new Promise((resolve) => {
    const look = () => {
      const found = test();
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
}

/** React leaves its properties on an element when it answers events: the button is then alive. */
function isAlive(element) {
  return element !== null && Object.keys(element).some((key) => key.startsWith("__reactProps"));
}

function runButton(cell) {
  const buttons = document.querySelectorAll(`[data-cell="${cell}"] button`);
  return [...buttons].find((button) => button.textContent === "Run") ?? null;
}

globalThis.bench = {
  /** Resolves when the Run button answers. Nothing in the document tells that, so it is asked now and then. */
  async alive(cell) {
    while (!isAlive(runButton(cell))) await new Promise((resolve) => setTimeout(resolve, 20));
  },

  /** Presses Run; answers when the cell reached each state and when its new count and output were painted. */
  async run(cell) {
    const section = document.querySelector(`[data-cell="${cell}"]`);
    const count = () => /\[\d+\]/.exec(section.querySelector(".cell-gutter").textContent)?.[0];
    const before = count();
    const states = {};
    const pressed = performance.now();
    const observer = new MutationObserver(() => {
      states[section.dataset.state] ??= performance.now() - pressed;
    });
    observer.observe(section, { attributes: true, attributeFilter: ["data-state"] });
    runButton(cell).click();
    const ended = await when(section, () => {
      const { state } = section.dataset;
      const hasNew = count() !== undefined && count() !== before;
      return hasNew && (state === "done" || state === "failed") && state;
    });
    const shown = performance.now() - pressed;
    const total = (await painted()) - pressed;
    observer.disconnect();
    const text = section.querySelector("[data-outputs]").textContent.trim();
    return { state: ended, text, queued: states.queued, running: states.running, shown, painted: total };
  },

  /** Loads Pyodide from `folder`, prints 1 into the page, and answers when it was painted. */
  async pyodide(folder) {
    const began = performance.now();
    const { loadPyodide } = await import(`${folder}pyodide.mjs`);
    const output = document.querySelector("pre");
    const python = await loadPyodide({
      indexURL: folder,
      stdout: (line) => {
        output.textContent += `${line}\n`;
      },
    });
    python.runPython("print(1)");
    const total = (await painted()) - began;
    return { text: output.textContent.trim(), painted: total };
  },
};
