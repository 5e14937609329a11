/** The colours of code, by the tokens that the still text uses too: nothing changes when the editor opens. */
import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";

export const highlightStyle = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self, tags.null, tags.bool],
    color: "var(--color-press)",
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--color-healthy)" },
  { tag: tags.comment, color: "var(--color-soft)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--color-vanish)" },
]);
