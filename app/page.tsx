import type { Metadata } from "next";
import Link from "next/link";
import { HomeInstrument } from "@/components/layout/HomeInstrument";
import { LessonList } from "@/components/layout/LessonList";
import { lessons } from "@/lib/lessons";
import { loadInstrument } from "./instrument";
import { toPageMetadata } from "./metadata";
import { SITE_DESCRIPTION, SITE_NAME } from "./site";

export const dynamic = "force-static";

const title = `${SITE_NAME}: how neural-network weights are initialised`;
export const metadata: Metadata = {
  ...toPageMetadata({ path: "/", title, description: SITE_DESCRIPTION, share: "site" }),
  title: { absolute: title },
};

/** The first screen is an instrument; the lessons follow. */
export default async function Home() {
  const [instrument, list] = await Promise.all([loadInstrument(), lessons()]);
  const [first] = list;
  return (
    <div className="page">
      <div className="hero">
        <h1>What do your first weights leave of the signal?</h1>
        {instrument && <HomeInstrument {...instrument} />}
        <div className="hero-words">
          <p>
            A network is good or lost before its first training step. Choose how its weights are drawn, and
            see what arrives at each layer.
          </p>
          {first && (
            <Link href={`/lessons/${first.slug}`} className="button button-main">
              Start with lesson {first.number}
            </Link>
          )}
        </div>
      </div>
      <h2 className="mt-16 text-2xl tracking-tight">Lessons</h2>
      <LessonList lessons={list} heading="h3" />
    </div>
  );
}
