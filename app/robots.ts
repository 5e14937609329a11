import type { MetadataRoute } from "next";
import { toAddress } from "./site";

export const dynamic = "force-static";

/** Everything may be read. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" }, sitemap: toAddress("/sitemap.xml") };
}
