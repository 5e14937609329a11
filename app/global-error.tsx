"use client";
import { FACES } from "./fonts";
import "./globals.css";

type Props = { error: Error & { digest?: string } };

/** The frame of the site itself failed: nothing of it can be used here but the words and the colours. */
export default function SiteError({ error }: Props) {
  return (
    <html lang="en" className={FACES}>
      <body>
        <main className="page py-20">
          <h1 className="text-4xl tracking-tight">The site stopped working</h1>
          <p className="mt-4">What you typed into cells is kept in this browser. Load the page anew.</p>
          <p className="mt-3 font-mono text-note text-soft">{error.message}</p>
          <p className="mt-6">
            <button type="button" className="button button-main" onClick={() => location.reload()}>
              Load the page anew
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
