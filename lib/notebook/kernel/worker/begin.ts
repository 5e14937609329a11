/** Puts the parts of a session together in a realm whose Math and clock are already the kernel's own. */
import { PROTOCOL, toKernelSchema } from "../protocol";
import { installConsole } from "./console";
import { createEvaluator } from "./evaluator";
import { toFailure } from "./failure";
import { repair, snapshot } from "./intrinsics";
import { languageNames, lockDown } from "./lockdown";
import { cellModules } from "./modules";
import { ambient, scope, transport } from "./prepare";
import { createRuntime } from "./runtime";
import { createSession } from "./session";
import { installTimers } from "./timers";
import { createWriter } from "./writer";

/** Says "ready", locks the realm down, and listens. */
export function begin(): void {
  // Said first: what the page sends in answer is on its way while the rest is made, and waits for the end of this.
  transport.send({ type: "ready", protocol: PROTOCOL });
  const writer = createWriter(transport);
  const timers = installTimers(scope);
  const evaluator = createEvaluator(scope);
  const { modules, setFigureWidth, setPlotScript } = cellModules(evaluator.evaluate);
  lockDown(scope);
  const cellConsole = installConsole(scope, writer);
  const intrinsics = snapshot(scope, languageNames);
  const session = createSession({
    transport,
    writer,
    ambient,
    evaluator,
    timers,
    cellConsole,
    setFigureWidth,
    setPlotScript,
    runtime: createRuntime(scope, modules),
    intrinsics,
  });
  transport.listenUncaught((thrown) => {
    // A timer may have gone off in the middle of what a cell has broken.
    repair(intrinsics);
    const { ename, evalue, traceback } = toFailure(thrown);
    try {
      writer.stream("stderr", `Uncaught ${ename}: ${evalue}${traceback[0] ? ` (${traceback[0]})` : ""}\n`);
    } catch {
      // Over the limit on output, of which the cell itself has been told. Thrown from here it would come back here.
    }
  });
  transport.listen((data) => {
    // Whatever went on after the last run: the parser stands on the built-ins too.
    repair(intrinsics);
    session.handle(toKernelSchema.parse(data));
  });
}
