/** What every page says of the site. */

export const SITE_NAME = "Fan-in";
export const SITE_DESCRIPTION =
  "How neural-network weights are initialised: live lessons that run in your browser and give PyTorch’s own numbers.";

/** Where the site will stand, fixed when it is built; may end in a path prefix. */
const origin = (process.env.SITE_URL ?? "http://127.0.0.1:3000").replace(/\/+$/, "");

/** The full address of a path of the site: for canonical links, share images and the sitemap. */
export function toAddress(path: string): string {
  return path === "/" ? `${origin}/` : `${origin}${path}`;
}
