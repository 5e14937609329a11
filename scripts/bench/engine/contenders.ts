import { BUILDS, OURS } from "./builds";
import { startOurs, startRival } from "./child";
import { absent, type Contender } from "./contender";
import type { Pages } from "./pages";
import { bundleRival, packagesOf, RIVALS } from "./rivals";

/** The engine's two builds and the rivals under Node, each in a process of its own. One that can't be started says why in its rows. */
export async function openInNode(root: string): Promise<Contender[]> {
  const ours = BUILDS.map((build) =>
    attempt({ name: OURS[build], host: "Node" }, async () => {
      const { ask, close } = await startOurs(root, build);
      return { sample: (work) => ask({ sample: work }), close };
    }),
  );
  const rivals = RIVALS.map((rival) =>
    attempt({ name: rival.name, host: "Node" }, async () =>
      startRival(await bundleRival(root, rival, "node"), packagesOf(root)),
    ),
  );
  return Promise.all([...ours, ...rivals]);
}

/** The same in Chromium, each in a page of its own. */
export async function openInChromium(pages: Pages): Promise<Contender[]> {
  const ours = BUILDS.map((build) =>
    attempt({ name: OURS[build], host: "Chromium" }, async () => {
      const page = await pages.openOurs(build);
      return {
        sample: (work) => page.evaluate((name) => globalThis.ours.sample(name), work),
        close: () => page.close(),
      };
    }),
  );
  const rivals = RIVALS.map((rival) =>
    attempt({ name: rival.name, host: "Chromium" }, async () => {
      const page = await pages.openRival(rival);
      await page.waitForFunction(() => typeof sample === "function");
      return { sample: (work) => page.evaluate((name) => sample(name), work), close: () => page.close() };
    }),
  );
  return Promise.all([...ours, ...rivals]);
}

async function attempt(
  who: Pick<Contender, "name" | "host">,
  start: () => Promise<Pick<Contender, "sample" | "close">>,
): Promise<Contender> {
  try {
    return { ...who, ...(await start()) };
  } catch (error) {
    return absent(who, error);
  }
}
