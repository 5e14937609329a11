/** The contract between the walk through a value and the describers of each kind. */

/** What the describer of a kind may ask of the walk. */
export type Walk = {
  /** Whether there is text left to give. */
  isOpen(): boolean;
  /** Count text and return it. */
  spend(text: string): string;
  /** The text of an inner value behind `label`, e.g. `key: `. */
  entry(label: string, value: unknown): string;
  /** Whether inner values are still shown at this depth. */
  canDescend(): boolean;
  /** Characters left on a line at this depth. */
  room(): number;
};
