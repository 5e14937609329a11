import type { ComponentProps } from "react";

/** A heading that can be linked to: its mark shows on hover and on focus. */
export function Heading2({ children, ...props }: ComponentProps<"h2">) {
  return (
    <h2 {...props} className="heading">
      {children}
      {props.id && (
        <a href={`#${props.id}`} className="anchor" aria-label="Link to this section">
          #
        </a>
      )}
    </h2>
  );
}
