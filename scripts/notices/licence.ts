/** Licences that may come in. What is not listed is refused, so LGPL and GPL are, and so is whatever nobody has looked at. */
const permitted = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0", // per file: used unchanged, and its files stay under it
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** True when an SPDX expression lets us use the package: one side of an OR, every side of an AND. */
export function isPermitted(expression: string): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = (): boolean => {
    let holds = both();
    while (tokens[at] === "OR") {
      at += 1;
      holds = both() || holds;
    }
    return holds;
  };
  const both = (): boolean => {
    let holds = one();
    while (tokens[at] === "AND") {
      at += 1;
      holds = one() && holds;
    }
    return holds;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== "(") return token !== undefined && permitted.has(token);
    const holds = either();
    if (tokens[at] !== ")") return false;
    at += 1;
    return holds;
  };
  return either() && at === tokens.length;
}
