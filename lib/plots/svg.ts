/** The door for figures in files: an SVG that nobody trusts, reduced to what Plot draws, without a document or a parser of markup. */
import { cleanSvg } from "./svg/clean";
import { parseSvg } from "./svg/parse";
import { type SvgNode, toMarkup } from "./svg/tree";

/** The reduced SVG, and whether something of it was left out; undefined where the text is no SVG. The page cleans it again. */
export function reduceSvg(text: string): { svg: string; isWhole: boolean } | undefined {
  // What programs write before the root: no part of the drawing. A document type with entities of its own stays, and is refused.
  const root = text
    .replace(/^\uFEFF?\s*<\?xml\s[^>]*\?>\s*/, "")
    .replace(/^(?:<!--[\s\S]*?-->\s*)*<!DOCTYPE\s[^[\]>]*>\s*(?:<!--[\s\S]*?-->\s*)*/, "");
  const tree = parseSvg(root);
  const clean = tree && cleanSvg(tree, { prefix: "drawn" });
  return tree && clean && { svg: toMarkup(clean), isWhole: countElements(tree) === countElements(clean) };
}

function countElements(node: SvgNode): number {
  return node.children.reduce(
    (sum, child) => sum + (typeof child === "string" ? 0 : countElements(child)),
    1,
  );
}
