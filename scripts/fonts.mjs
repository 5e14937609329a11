#!/usr/bin/env node
// Cuts the site's fonts to the glyphs that lessons use: a lesson fetches 99 kB of them instead of 217. The results are committed in app/fonts.
// Run after an update of the @fontsource packages: npm install --no-save subset-font@2.9.0 fontverter@2.0.0 && node scripts/fonts.mjs
// The Open Font License lets a reserved name ("Source", "KaTeX_Main") stand on the original only: hence our own names.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { convert } from "fontverter";
import subsetFont from "subset-font";

const need = createRequire(import.meta.url);
const range = (from, to) => String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

const latin = range(0x20, 0x7e) + range(0xa0, 0xff);
const signs = "–—‘’“”‚„•…′″‹›€™←↑→↓⇔−∕√∞≈≠≤≥·⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃";
const boxes = "─│┌┐└┘├┤┬┴┼█▁▂▃▄▅▆▇";
const greek = `${range(0x3b1, 0x3c9)}ϕϵϑ`;
const greekCapitals = "ΓΔΘΛΞΠΣΦΨΩ";
// What formulae of this course use; any other sign is taken from KaTeX's whole face.
const maths = "−±·⋅×÷√∑∏∫∂∇∞≈≠≤≥≪≫∼∝∈∣∥→←⇒⇔⟺⟹⟶↦⋯…′⟨⟩⌈⌉⌊⌋∘⊤∗ˉˆ˜˙ˇ¯\u00a0";

const source = (name, style = "normal") =>
  `@fontsource-variable/${name}/files/${name}-latin-wght-${style}.woff2`;
const katex = (name) => `katex/dist/fonts/KaTeX_${name}.woff2`;

const cuts = [
  ["serif.woff2", source("source-serif-4"), latin + signs, { wght: { min: 400, max: 600 } }],
  ["serif-italic.woff2", source("source-serif-4", "italic"), latin + signs, { wght: 400 }],
  ["sans.woff2", source("instrument-sans"), latin + signs, { wght: { min: 400, max: 600 } }],
  ["mono.woff2", source("jetbrains-mono"), latin + signs + boxes, { wght: 400 }],
  ["maths.woff2", katex("Main-Regular"), range(0x20, 0x7e) + greekCapitals + maths],
  ["maths-italic.woff2", katex("Math-Italic"), range(0x41, 0x5a) + range(0x61, 0x7a) + greek],
  // Static cuts for the share images: their renderer reads neither woff2 nor variable fonts.
  ["share-600.woff", source("instrument-sans"), latin + signs, { wght: 600 }],
  ["share-400.woff", source("instrument-sans"), latin + signs, { wght: 400 }],
  ["share-maths.woff", katex("Main-Regular"), greekCapitals + maths],
];

// Fractions, ligatures of code and hints for screens of old are left out.
const keepFeatures = ["kern", "tnum"];

for (const [name, from, text, variationAxes] of cuts) {
  const original = readFileSync(need.resolve(from));
  const options = { targetFormat: "truetype", variationAxes, keepFeatures, noHinting: true };
  const cut = rename(Buffer.from(await subsetFont(original, text, options)));
  const packed = await convert(cut, name.split(".").at(-1));
  writeFileSync(new URL(`../app/fonts/${name}`, import.meta.url), packed);
  console.log(`${name}: ${original.length} → ${packed.length} bytes`);
}

/** Takes the reserved names out of the font's own name table, where they name the font; copyright and licence stay. */
function rename(font) {
  const notices = [0, 7, 13, 14];
  const tables = font.readUInt16BE(4);
  const at = Array.from({ length: tables }, (_, i) => 12 + 16 * i).find(
    (o) => font.toString("latin1", o, o + 4) === "name",
  );
  const table = font.readUInt32BE(at + 8);
  const strings = table + font.readUInt16BE(table + 4);
  for (let i = 0; i < font.readUInt16BE(table + 2); i++) {
    const record = table + 6 + 12 * i;
    if (notices.includes(font.readUInt16BE(record + 6))) continue;
    const start = strings + font.readUInt16BE(record + 10);
    const text = font.subarray(start, start + font.readUInt16BE(record + 8));
    const wide = font.readUInt16BE(record) !== 1;
    for (const [reserved, ours] of [
      ["Source", "Fan-in"],
      ["KaTeX", "Fanin"],
    ]) {
      const from = wide ? Buffer.from(reserved, "utf16le").swap16() : Buffer.from(reserved, "latin1");
      const to = wide ? Buffer.from(ours, "utf16le").swap16() : Buffer.from(ours, "latin1");
      for (let hit = text.indexOf(from); hit >= 0; hit = text.indexOf(from, hit + 1)) to.copy(text, hit);
    }
  }
  let sum = 0;
  const length = font.readUInt32BE(at + 12);
  for (let o = 0; o < length; o += 4) sum = (sum + font.readUInt32BE(table + o)) >>> 0;
  font.writeUInt32BE(sum, at + 4);
  return font;
}
