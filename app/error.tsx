"use client";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed while it was shown: what happened, and what to press. */
export default function PageError({ error, reset }: Props) {
  return (
    <div className="page py-20">
      <h1 className="text-4xl tracking-tight">This page stopped working</h1>
      <p className="mt-4 max-w-[40rem]">
        A part of it failed while it was drawn. What you typed into cells is kept in this browser. Try again;
        if it fails once more, load the page anew.
      </p>
      <p className="mt-3 font-mono text-note text-soft">{error.message}</p>
      <p className="mt-6 flex gap-3">
        <button type="button" className="button button-main" onClick={reset}>
          Try again
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load the page anew
        </button>
      </p>
    </div>
  );
}
