import { describe, expect, it } from "vitest";
import { type Place, toIntent } from "./keys";

const press = (
  key: string,
  held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", true>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("toIntent", () => {
  it.each<[string, ReturnType<typeof press>, Place, string | undefined]>([
    [
      "Shift+Enter runs and goes on, wherever the focus is",
      press("Enter", { shiftKey: true }),
      "editor",
      "run-and-advance",
    ],
    ["Ctrl+Enter runs", press("Enter", { ctrlKey: true }), "cell", "run"],
    ["Cmd+Enter runs", press("Enter", { metaKey: true }), "editor", "run"],
    ["Enter on a cell opens its editor", press("Enter"), "cell", "edit"],
    ["Enter in the editor is a new line", press("Enter"), "editor", undefined],
    ["Enter on a button presses it", press("Enter"), "control", undefined],
    ["Esc leaves the editor", press("Escape"), "editor", "leave"],
    ["arrows move between cells", press("ArrowDown"), "cell", "next"],
    ["arrows in the editor move the cursor", press("ArrowDown"), "editor", undefined],
    ["Alt+Down goes to the output", press("ArrowDown", { altKey: true }), "editor", "to-output"],
    ["Alt+Up comes back from it", press("ArrowUp", { altKey: true }), "output", "to-cell"],
    ["Tab is never taken on a cell", press("Tab"), "cell", undefined],
    ["letters mean nothing beside a cell", press("d"), "cell", undefined],
  ])("%s", (_, event, place, intent) => expect(toIntent(event, place)).toBe(intent));
});
