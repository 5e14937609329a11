/** Puts the parts of a session together in a realm whose Math and clock are already the kernel's own. */
import { PROTOCOL, toKernelSchema } from "../protocol";
import { installConsole } from "./console";
import { createEvaluator } from "./evaluator";
import { toFailure } from "./failure";
import { snapshot } from "./intrinsics";
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
  const { modules, setFigureWidth } = cellModules();
  lockDown(scope);
  installConsole(scope, writer);
  const session = createSession({
    transport,
    writer,
    ambient,
    evaluator,
    timers,
    setFigureWidth,
    runtime: createRuntime(scope, modules),
    intrinsics: snapshot(scope, languageNames),
  });
  transport.listenUncaught((thrown) => {
    const { ename, evalue, traceback } = toFailure(thrown);
    writer.stream("stderr", `Uncaught ${ename}: ${evalue}${traceback[0] ? ` (${traceback[0]})` : ""}\n`);
  });
  transport.listen((data) => session.handle(toKernelSchema.parse(data)));
  transport.send({ type: "ready", protocol: PROTOCOL });
}
