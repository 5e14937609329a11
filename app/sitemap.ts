import type { MetadataRoute } from "next";
import { lessons } from "@/lib/lessons";
import { toAddress } from "./site";

export const dynamic = "force-static";

/** Every page that a search should find. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const paths = ["/", "/lessons", ...(await lessons()).map(({ slug }) => `/lessons/${slug}`)];
  return paths.map((path) => ({ url: toAddress(path) }));
}
