/** The initialisation schemes of the course: one colour, one marker and one dash each, in every figure of the site. */

export const SCHEMES = ["zeros", "default", "lecun", "xavier", "he", "orthogonal", "lsuv"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What else may be coloured: ink and paper tones, the accent, and the signal scale. */
export const TONES = ["ink", "soft", "press", "vanish", "healthy", "explode"] as const;
export type Tone = (typeof TONES)[number];

/** A colour in a figure is always a name, so that light and dark are one drawing. */
export type Colour = Scheme | Tone;

/** Plot's symbol names that we use: filled shapes which differ in silhouette, not only in turn. */
export type Marker = "circle" | "cross" | "square" | "diamond" | "triangle" | "star" | "wye";

export type SchemeStyle = { label: string; marker: Marker; dash: string };

const STYLES: Record<Scheme, SchemeStyle> = {
  zeros: { label: "zeros", marker: "cross", dash: "1 4" },
  default: { label: "default", marker: "circle", dash: "6 4" },
  lecun: { label: "LeCun", marker: "square", dash: "9 3 2 3" },
  xavier: { label: "Xavier", marker: "diamond", dash: "3 3" },
  he: { label: "He", marker: "triangle", dash: "11 4" },
  orthogonal: { label: "orthogonal", marker: "star", dash: "9 3 2 3 2 3" },
  lsuv: { label: "LSUV", marker: "wye", dash: "4 2" },
};

/** True for the name of a scheme, as opposed to a tone or anything else. */
export function isScheme(name: string): name is Scheme {
  return Object.hasOwn(STYLES, name);
}

/** How a scheme is labelled and drawn. */
export function schemeStyle(scheme: Scheme): SchemeStyle {
  return STYLES[scheme];
}

/** The marker of any colour: a tone has no shape of its own and takes the circle. */
export function markerOf(colour: Colour): Marker {
  return isScheme(colour) ? STYLES[colour].marker : "circle";
}

/** The dash of a theory line in any colour. */
export function dashOf(colour: Colour): string {
  return isScheme(colour) ? STYLES[colour].dash : "6 4";
}

/** The CSS value of a colour: the variable that `@theme` defines for both themes. */
export function paint(colour: Colour): string {
  return `var(--color-${colour})`;
}
