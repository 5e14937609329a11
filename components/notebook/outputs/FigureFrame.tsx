import type { ReactNode } from "react";
import { type FigureSpec, type Legend, tabulate } from "@/lib/plots";

/** Rows that a figure's table shows; the rest is in the kernel. */
const ROWS = 200;

/** The legends of a learner's own plot that are colours and names. */
function Swatches({ legends }: { legends: readonly Legend[] }) {
  const swatches = legends.flatMap((legend) => (legend.type === "swatches" ? legend.swatches : []));
  if (swatches.length === 0) return null;
  return (
    <ul className="output-figure-legend">
      {swatches.map(({ label, color }) => (
        <li key={`${label} ${color}`}>
          <span style={{ background: color }} aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  );
}

/** A figure with its title, caption, and its data as a table for who cannot see it. The same on the server and on the page. */
export function FigureFrame({ figure, children }: { figure: FigureSpec; children: ReactNode }) {
  const { columns, rows } = tabulate(figure);
  return (
    <figure className="output-figure">
      {figure.title && <p className="output-figure-title">{figure.title}</p>}
      {figure.kind === "drawn" && figure.subtitle && (
        <p className="output-figure-subtitle">{figure.subtitle}</p>
      )}
      {figure.kind === "drawn" && <Swatches legends={figure.legends} />}
      {children}
      {figure.caption && <figcaption>{figure.caption}</figcaption>}
      {rows.length > 0 && (
        <details className="output-figure-data">
          <summary>Data</summary>
          <div
            className="max-h-80 overflow-auto"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
            tabIndex={0}
            role="region"
            aria-label={`Data of ${figure.title ?? "the figure"}`}
          >
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, ROWS).map((row) => (
                  <tr key={row.join("|")}>
                    {row.map((value, index) => (
                      <td key={columns[index]}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {rows.length > ROWS && <p>{rows.length - ROWS} more rows.</p>}
          </div>
        </details>
      )}
    </figure>
  );
}
