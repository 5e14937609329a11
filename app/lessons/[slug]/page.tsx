import type { Metadata } from "next";
import { toAuthorCells } from "@/components/lesson/author-cells";
import { LessonHead } from "@/components/lesson/LessonHead";
import { Outline, OutlineFold } from "@/components/lesson/Outline";
import { toWords } from "@/components/lesson/words";
import { KernelBar } from "@/components/notebook/KernelBar";
import { toLessonParts } from "@/components/notebook/lesson-parts";
import { NotebookProvider } from "@/components/notebook/NotebookProvider";
import { lessons, lesson as loadLesson, toComponent } from "@/lib/lessons";
import { loadKernelAddresses } from "../../kernel-addresses";
import { toPageMetadata } from "../../metadata";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

export async function generateStaticParams() {
  return (await lessons()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { title, description } = await loadLesson(slug);
  return toPageMetadata({ path: `/lessons/${slug}`, title, description, share: slug, type: "article" });
}

/** A lesson. */
export default async function LessonPage({ params }: Props) {
  const { slug } = await params;
  const [lesson, kernel] = await Promise.all([loadLesson(slug), loadKernelAddresses()]);
  const Content = toComponent(lesson.code);
  const sections = [
    { id: "short-answer", text: "The short answer" },
    ...lesson.headings.filter(({ depth }) => depth === 2),
  ];
  return (
    <NotebookProvider lesson={slug} cells={toAuthorCells(lesson.cells)} kernel={kernel}>
      <div className="lesson">
        <Outline entries={sections} />
        <article className="prose">
          <LessonHead lesson={lesson} />
          <OutlineFold entries={sections} />
          <Content components={toWords(lesson, toLessonParts(lesson))} />
        </article>
      </div>
      <KernelBar />
    </NotebookProvider>
  );
}
