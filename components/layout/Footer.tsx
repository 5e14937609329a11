/** The foot of every page: what stays in the reader's browser, and what the numbers are. */
export function Footer() {
  return (
    <footer className="site-footer mt-20 border-t border-rule">
      <p className="page py-8 font-sans text-note text-soft">
        Every number on this site comes from a cell that you can run. What you type and answer stays in this
        browser. The text and the code are free to use under the MIT licence.
      </p>
    </footer>
  );
}
