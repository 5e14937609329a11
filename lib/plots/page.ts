/** The page's door: drawing figures and cleaning drawn ones. Load it when a figure is about to be seen; it brings Plot and DOMPurify. */
export { type DrawOptions, draw } from "./draw";
export { type CleanSvgOptions, toCleanMarkup, toCleanSvg } from "./sanitise";
