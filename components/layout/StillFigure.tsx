import type { BakedFigure } from "@/lib/lessons";
import { BuiltSvg } from "../ui/BuiltSvg";

/** A lesson's figure as it was drawn when the site was built, for the width that the place has. */
export function StillFigure({ figure }: { figure: Pick<BakedFigure, "wide" | "narrow"> }) {
  return (
    <>
      <BuiltSvg className="figure-wide" svg={figure.wide} />
      <BuiltSvg className="figure-narrow" svg={figure.narrow} />
    </>
  );
}
