import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import { ShareImage } from "@/components/layout/ShareImage";
import { lessons } from "@/lib/lessons";
import { SITE_DESCRIPTION } from "../../site";

export const dynamic = "force-static";
export const dynamicParams = false;

type Context = { params: Promise<{ name: string }> };
type Words = Parameters<typeof ShareImage>[0];

export async function generateStaticParams() {
  return [...(await loadCards()).keys()].map((name) => ({ name }));
}

/** A page's share image, drawn when the site is built: a PNG of 1200 by 630. */
export async function GET(_request: Request, { params }: Context) {
  const { name } = await params;
  const words = (await loadCards()).get(name);
  if (!words) return new Response("There is no such image.", { status: 404 });
  const files = ["share-400.woff", "share-600.woff", "share-maths.woff"];
  const [regular, strong, maths] = (await Promise.all(files.map(loadFace))) as [Buffer, Buffer, Buffer];
  return new ImageResponse(<ShareImage {...words} />, {
    width: 1200,
    height: 630,
    fonts: [
      { name: "Instrument Sans", data: regular, weight: 400 },
      { name: "Instrument Sans", data: strong, weight: 600 },
      // A sign that no face here has would be asked of a server elsewhere, in the middle of a build.
      { name: "Signs", data: maths, weight: 400 },
    ],
  });
}

async function loadCards(): Promise<Map<string, Words>> {
  const site = {
    kicker: "Live lessons",
    title: "How neural-network weights are initialised",
    question: SITE_DESCRIPTION,
  };
  const cards = new Map<string, Words>([["site.png", site]]);
  for (const { slug, number, minutes, title, question } of await lessons())
    cards.set(`${slug}.png`, { kicker: `Lesson ${number} · ${minutes} minutes`, title, question });
  return cards;
}

function loadFace(file: string): Promise<Buffer> {
  return readFile(path.join(process.cwd(), "app", "fonts", file));
}
