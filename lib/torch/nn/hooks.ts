export { HookList, type RemovableHandle } from "../hooks";
