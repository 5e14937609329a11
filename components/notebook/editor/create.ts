/** CodeMirror, put together once: what a cell's editor can do and how it looks. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { differenceOf } from "./difference";
import { highlightStyle } from "./highlight";

export type EditorOptions = {
  parent: HTMLElement;
  source: string;
  label: string;
  /** Where the press was that opened the editor, in client pixels. */
  point: { x: number; y: number } | undefined;
  onChange: (text: string) => void;
};

export type Editor = {
  /** Takes up a text that came from elsewhere; what the editor already shows is left alone, cursor and all. */
  replace(text: string): void;
  destroy(): void;
};

/** Keys that belong to the notebook: the editor does nothing with them (its own Enter would put in a line), and they go on to the cell. */
const notebookKeys = Prec.highest(
  keymap.of(
    ["Shift-Enter", "Ctrl-Enter", "Cmd-Enter"].map((key) => ({
      key,
      run: () => true,
      stopPropagation: false,
    })),
  ),
);

export function createEditor({ parent, source, label, point, onChange }: EditorOptions): Editor {
  const withoutRuns = defaultKeymap.filter(({ key }) => key !== "Mod-Enter" && key !== "Shift-Enter");
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        notebookKeys,
        history(),
        drawSelection(),
        indentUnit.of("  "),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        javascript({ typescript: true }),
        syntaxHighlighting(highlightStyle),
        keymap.of([...closeBracketsKeymap, ...withoutRuns, ...searchKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
        EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
      ],
    }),
  });
  const at = point ? view.posAtCoords(point) : null;
  view.dispatch({ selection: { anchor: at ?? 0 } });
  view.focus();
  return {
    replace(text) {
      const change = differenceOf(view.state.doc.toString(), text);
      if (change) view.dispatch({ changes: change });
    },
    destroy: () => view.destroy(),
  };
}
