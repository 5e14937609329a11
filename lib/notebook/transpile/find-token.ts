/** Where a token stands, past white space, comments and the parentheses that close before it. */
export function findToken(code: string, token: string, from: number): number {
  const gap = /(?:\/\*[\s\S]*?\*\/|\/\/.*|[\s)])*/y;
  gap.lastIndex = from;
  const at = from + (gap.exec(code)?.[0].length ?? 0);
  if (!code.startsWith(token, at)) throw new Error(`findToken: no ${token} at ${at}`);
  return at;
}
