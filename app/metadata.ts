import type { Metadata } from "next";
import { SITE_NAME, toAddress } from "./site";

type Page = {
  path: string;
  title: string;
  description: string;
  /** Name of its share image, without the ending. */
  share: string;
  type?: "article" | "website";
};

/** What search engines and share cards read of a page. */
export function toPageMetadata({ path, title, description, share, type = "website" }: Page): Metadata {
  const url = toAddress(path);
  const images = [{ url: toAddress(`/share/${share}.png`), width: 1200, height: 630, alt: title }];
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, type, siteName: SITE_NAME, locale: "en_GB", images },
    twitter: { card: "summary_large_image", title, description, images },
  };
}
