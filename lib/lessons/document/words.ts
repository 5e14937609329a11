/** What each of a lesson's words is in Markdown. */
import { readAttributes } from "../attributes";
import { type Element, isElement } from "../mdx";
import type { Word } from "../words";
import { fold, mapTexts, type Part, quote, toItem } from "./parts";
import type { Writer } from "./place";

type ToParts = (element: Element, writer: Writer) => Part[];

const inside: ToParts = (element, { blocks }) => blocks(element.children);
const inline: ToParts = (element, writer) => [{ text: toInlineWord(element, writer) }];

/** Every word has its form: a new one does not compile without. */
export const wordParts: Record<Word, ToParts> = {
  Aside: (element, { blocks }) => quote(blocks(element.children, { quoted: true })),
  Exercise: toExercise,
  Given: inline,
  Hint: (element, writer) => fold("Hint", inside(element, writer)),
  Predict: toPrediction,
  Reveal: inside,
  ShortAnswer: (element, writer) => [
    { text: "## The short answer", begins: true },
    ...inside(element, writer),
  ],
  Solution: (element, writer) => fold("A solution", inside(element, writer)),
  Sources: (element, writer) => [{ text: "## Sources", begins: true }, ...inside(element, writer)],
  Step: inside,
  Steps: (element, writer) =>
    element.children
      .filter((child) => isElement(child, "Step"))
      .flatMap((step, at) => toItem(inside(step as Element, writer), at + 1)),
  Timeline: inside,
  Value: inline,
};

/** A word that stands in a sentence. */
export function toInlineWord(element: Element, writer: Writer): string {
  if (element.name !== "Value") return writer.inside(element);
  const attributes = readAttributes(element);
  const [of, show] = [String(attributes.get("of")), String(attributes.get("show"))];
  const text = writer.place.values[of]?.[show];
  if (text === undefined) throw new Error(`<Value of="${of}" show="${show}">: the run has no such value`);
  return escapeText(text);
}

function toPrediction(element: Element, { place, blocks }: Writer): Part[] {
  const attributes = readAttributes(element);
  const [choices, step] = [attributes.get("choose"), attributes.get("step") ?? 1];
  const [before, truth] = [String(attributes.get("before")), String(attributes.get("truth"))];
  const answer = Array.isArray(choices)
    ? choices.map((choice) => `- ${escapeText(String(choice))}`).join("\n")
    : `Your answer is a number, to the nearest ${step}.`;
  const isReveal = (child: Element["children"][number]) => isElement(child, "Reveal");
  return [
    { text: "**Predict, before you run or open the next cell.**" },
    ...blocks(element.children.filter((child) => !isReveal(child))),
    { text: answer },
    ...fold("What was measured", [
      { text: `**${escapeText(place.values[before]?.[truth] ?? "")}**` },
      ...blocks(element.children.filter(isReveal)),
    ]),
  ];
}

function toExercise(element: Element, writer: Writer): Part[] {
  const { place, blocks } = writer;
  const attributes = readAttributes(element);
  const isHelp = (child: Element["children"][number]) =>
    isElement(child, "Hint") || isElement(child, "Solution");
  const hints = element.children.filter((child) => isElement(child, "Hint"));
  const help = element.children.filter(isHelp).flatMap((child) => {
    if (!isElement(child, "Hint") || hints.length === 1) return blocks([child]);
    return fold(`Hint ${hints.indexOf(child) + 1}`, inside(child, writer));
  });
  const address = place.toAddress?.(`${place.path}#exercise-${attributes.get("id")}`);
  return [
    { text: `### Exercise: ${attributes.get("title")}`, begins: true },
    ...blocks(element.children.filter((child) => !isHelp(child))),
    ...(address ? [{ text: `[Have your answer checked](${address})` }] : []),
    ...mapTexts(help, (text) => text),
  ];
}

/** Plain text that Markdown leaves alone. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, "\\$&");
}
