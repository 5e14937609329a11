import { OutlineLight } from "./OutlineLight";

export type OutlineEntry = { id: string; text: string };

type Props = { entries: OutlineEntry[] };

/** The lesson's sections: beside the text where there is room, folded above it elsewhere. */
export function Outline({ entries }: Props) {
  return (
    <nav className="sections" aria-label="Sections">
      <OutlineLight entries={entries} />
    </nav>
  );
}

/** The same list for narrow screens. */
export function OutlineFold({ entries }: Props) {
  return (
    <details className="sections-fold">
      <summary>In this lesson</summary>
      <ol>
        {entries.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </details>
  );
}
