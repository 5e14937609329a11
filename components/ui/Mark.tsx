/** The mark: lines fanning into one node, drawn with the signal scale. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 30 24" className={className} aria-hidden="true" focusable="false">
      <g fill="none" strokeWidth="1.8" strokeLinecap="round">
        <path d="M2 2 25 12" className="stroke-vanish" />
        <path d="M2 7 25 12" className="stroke-vanish" />
        <path d="M2 12 25 12" className="stroke-healthy" />
        <path d="M2 17 25 12" className="stroke-explode" />
        <path d="M2 22 25 12" className="stroke-explode" />
      </g>
      <circle cx="25" cy="12" r="3.8" className="fill-ink" />
    </svg>
  );
}
