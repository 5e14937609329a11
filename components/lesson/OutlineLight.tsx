"use client";
import { useEffect, useState } from "react";
import type { OutlineEntry } from "./Outline";

/** The list of sections; the one that is being read is lit. */
export function OutlineLight({ entries }: { entries: OutlineEntry[] }) {
  const current = useCurrentSection(entries);
  return (
    <ol>
      {entries.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** The last heading above the upper third of the window. */
function useCurrentSection(entries: OutlineEntry[]): string | undefined {
  const [current, setCurrent] = useState(entries[0]?.id);
  useEffect(() => {
    const headings = entries
      .map(({ id }) => document.getElementById(id))
      .filter((element) => element !== null);
    const observer = new IntersectionObserver(
      () => {
        const line = innerHeight / 3;
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
        setCurrent((passed.at(-1) ?? headings[0])?.id);
      },
      { rootMargin: "0px 0px -66% 0px" },
    );
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [entries]);
  return current;
}
