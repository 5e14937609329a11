/** What a key means to a notebook, in a cell's editor and beside it. Pure: an event in, an intent out. */
export type Intent =
  | "run"
  | "run-and-advance"
  | "edit"
  | "leave"
  | "previous"
  | "next"
  | "to-output"
  | "to-cell";

export type KeyPress = {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

/** Where the focus is: in the editor, on the cell itself, in its output, or on one of its buttons. */
export type Place = "editor" | "cell" | "output" | "control";

export function toIntent(press: KeyPress, place: Place): Intent | undefined {
  const { key, shiftKey, altKey } = press;
  const command = press.ctrlKey || press.metaKey;
  if (key === "Enter" && shiftKey && !command && !altKey) return "run-and-advance";
  if (key === "Enter" && command && !shiftKey && !altKey) return "run";
  if (altKey && key === "ArrowDown" && place !== "output") return "to-output";
  if (altKey && key === "ArrowUp" && place === "output") return "to-cell";
  if (command || altKey || shiftKey) return undefined;
  if (place === "editor") return key === "Escape" ? "leave" : undefined;
  if (place === "output" || place === "control") return key === "Escape" ? "to-cell" : undefined;
  switch (key) {
    case "Enter":
      return "edit";
    case "ArrowUp":
      return "previous";
    case "ArrowDown":
      return "next";
    default:
      return undefined;
  }
}
