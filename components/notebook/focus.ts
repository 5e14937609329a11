/** Moves the focus to the cell before or after this one on the page, exercises' cells included. */
export function focusNeighbour(section: HTMLElement | null, step: 1 | -1): void {
  if (!section) return;
  const cells = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  const neighbour = cells[cells.indexOf(section) + step];
  neighbour?.focus({ preventScroll: true });
  neighbour?.scrollIntoView({ block: "nearest" });
}
