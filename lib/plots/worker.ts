/** The worker's door: what Observable Plot drew, as a figure that can travel. */
export { toDrawn } from "./drawn";
