import localFont from "next/font/local";

// The files are cut to Latin and the signs that lessons use (scripts/fonts.mjs);
// any other glyph comes from the reader's own fonts.

// The reading face: Source Serif 4. Its italic, which not every page needs, joins the family in styles/fonts.css.
const faninSerif = localFont({
  src: "./fonts/serif.woff2",
  weight: "400 600",
  style: "normal",
  variable: "--face-serif",
  display: "swap",
  adjustFontFallback: "Times New Roman",
  declarations: [{ prop: "font-family", value: "faninSerif" }],
});

// Headings, controls, figures: Instrument Sans.
const faninSans = localFont({
  src: "./fonts/sans.woff2",
  weight: "400 600",
  style: "normal",
  variable: "--face-sans",
  display: "swap",
  adjustFontFallback: "Arial",
});

// Code: JetBrains Mono.
const faninMono = localFont({
  src: "./fonts/mono.woff2",
  weight: "400",
  style: "normal",
  variable: "--face-mono",
  display: "swap",
  adjustFontFallback: false,
});

/** The classes that give a document its faces. */
export const FACES = [faninSerif, faninSans, faninMono].map(({ variable }) => variable).join(" ");
