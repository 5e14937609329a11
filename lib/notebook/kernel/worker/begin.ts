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

/** Listens, locks the realm down, and says "ready". */
export function begin(): void {
  const writer = createWriter(transport);
  const timers = installTimers(scope);
  const evaluator = createEvaluator(scope);
  const { modules, setFigureWidth } = cellModules(evaluator.evaluate);
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
    runtime: createRuntime(scope, modules),
    intrinsics,
  });
  transport.listenUncaught((thrown) => {
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
  transport.send({ type: "ready", protocol: PROTOCOL });
}
