/**
 * Runs before every other module of the kernel, and must: the transport is captured, Math pinned and the clock replaced here,
 * and the engine keeps what it finds when it loads.
 */
import { installAmbient } from "./ambient";
import { pinMath } from "./math";
import { captureTransport, type WorkerPort } from "./transport";

export const scope = globalThis as typeof globalThis & WorkerPort;
export const transport = captureTransport(scope);
pinMath(Math);
export const ambient = installAmbient(scope);
