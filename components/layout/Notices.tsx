/** Sentences for browsers that cannot run cells; each shows only where it is true. */
export function Notices() {
  const look = "bg-press-paper px-4 py-2 text-center font-sans text-ui";
  return (
    <>
      {/* The boot script writes the sentence: a browser that needs it may run nothing else of ours. */}
      <p id="lacks" hidden className={look} suppressHydrationWarning>
        This browser cannot run cells.
      </p>
      <noscript>
        <p className={look}>JavaScript is off, so cells cannot run; all the rest of the page is here.</p>
      </noscript>
    </>
  );
}
