/** The engine under Node, in a process of its own that is told what to do, a message at a time. Its argument is the build. */
import { kernelBundle } from "@/lib/notebook/kernel/bundle";
import { connectThread } from "@/lib/notebook/kernel/host/thread";
import { type BuildName, checkBuild, scriptFor } from "./builds";
import { openOurs } from "./ours";

export type Task = { sample: string } | { start: true } | { temporaries: true };

/** Bytes of memory that this process had at the most, the kernel's thread and its bundler's side included. */
export type Temporaries = { ms: number; before: number; peak: number };

const build = process.argv[2] as BuildName;
const bundle = await kernelBundle(); // one a process, which connectThread takes too
bundle.source = scriptFor(build, bundle.source);
const ours = openOurs(connectThread);

async function perform(task: Task): Promise<unknown> {
  checkBuild(build);
  if ("sample" in task) return ours.sample(task.sample);
  if ("start" in task) return ours.start();
  const before = process.memoryUsage.rss();
  const ms = await ours.temporaries();
  return { ms, before, peak: process.resourceUsage().maxRSS * 1024 } satisfies Temporaries;
}

process.on("message", (task: Task) => {
  perform(task).then(
    (answer) => process.send?.(answer),
    (error: Error) => process.send?.({ none: error.message }),
  );
});
process.on("disconnect", () => process.exit()); // a kernel's thread would keep it alive
process.send?.("ready");
