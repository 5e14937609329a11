/** Reads `TRUST_PROXY`: how many proxies stand in front of us, whose `X-Forwarded-Proto` therefore counts. */
export function toTrustedHops(env: Record<string, string | undefined>): number {
  const value = env.TRUST_PROXY ?? "";
  if (value === "") return 0;
  if (/^\d$/.test(value)) return Number(value);
  throw new RangeError(
    `TRUST_PROXY: the number of proxies in front of the site, 0 to 9, is needed, got ${JSON.stringify(value)}. Without a proxy leave it out.`,
  );
}
