import type { ComponentProps } from "react";
import { CopyButton } from "../ui/CopyButton";

const NAMES: Record<string, string> = { ts: "TypeScript", py: "PyTorch", sh: "Shell", bash: "Shell" };

/** Code to read and to copy. */
export function CodeBlock(props: ComponentProps<"pre"> & { "data-language"?: string }) {
  const name = NAMES[props["data-language"] ?? ""];
  return (
    <div className="codeblock not-prose">
      <div className="codeblock-head">
        <span>{name}</span>
        <CopyButton />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block is scrolled by keyboard. */}
      <pre {...props} tabIndex={0} />
    </div>
  );
}
