/** TeX's commonest forms in the signs that people type: outlines and descriptions cannot set formulae. */
export function toPlainMath(tex: string): string {
  return tex
    .replace(/\\(?:text|mathrm|operatorname)\{([^{}]*)\}/g, "$1")
    .replace(/\\sqrt\{([^{}]*)\}/g, (_, inside: string) =>
      inside.length > 1 ? `√(${inside})` : `√${inside}`,
    )
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\pm\s*/g, "±")
    .replace(/\\sim/g, "~")
    .replace(/\\(?:cdot|times)\s*/g, "·")
    .replace(/\\(?:[,;! ]|left|right)/g, "")
    .replace(/\\_/g, "_")
    .replace(/\\([a-zA-Z]+)/g, "$1")
    .replace(/[{}]/g, "");
}
