import { LessonList } from "@/components/layout/LessonList";
import { lessons } from "@/lib/lessons";
import { toPageMetadata } from "../metadata";

export const dynamic = "force-static";

export const metadata = toPageMetadata({
  path: "/lessons",
  title: "Lessons on weight initialisation",
  description:
    "Live lessons on how neural-network weights are initialised: each begins with a question and answers it in cells that you can change.",
  share: "site",
});

/** All lessons. */
export default async function LessonsPage() {
  return (
    <div className="page pt-12">
      <h1 className="text-4xl tracking-tight">Lessons</h1>
      <p className="mt-3 max-w-[40rem] text-soft">
        Each begins with a question and answers it in cells. Change any of them and run it: the numbers are
        PyTorch’s.
      </p>
      <LessonList lessons={await lessons()} heading="h2" />
    </div>
  );
}
