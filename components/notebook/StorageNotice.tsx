/** Says that this browser keeps nothing, once, where it matters: what is typed lives only as long as the page. */
export function StorageNotice({ problem }: { problem: string }) {
  return (
    <p
      role="alert"
      className="fixed inset-x-4 top-4 z-30 mx-auto max-w-xl rounded-card border border-default bg-raised px-4 py-3 font-sans text-note shadow-float"
    >
      {problem}
    </p>
  );
}
