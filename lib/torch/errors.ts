/**
 * Python's error classes, so that a message reads as it does in PyTorch. Every message is `call: sentence`, then a way
 * out; where PyTorch has a sentence for the mistake, that sentence stands in it word for word.
 */

function compose(call: string, sentence: string, wayOut: string | undefined): string {
  if (wayOut === undefined) return `${call}: ${sentence}`;
  return `${call}: ${sentence}${sentence.endsWith(".") ? " " : "; "}${wayOut}`;
}

/** A rule of the engine was broken while it ran: shapes, dtypes, in-place use of a leaf. */
export class RuntimeError extends Error {
  override readonly name: string = "RuntimeError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** An argument has the right type but a value that the call refuses. */
export class ValueError extends Error {
  override readonly name = "ValueError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** An argument has the wrong type, or a keyword is unknown; also an instance of JavaScript's `TypeError`. */
export class TypeMismatch extends TypeError {
  override readonly name = "TypeError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** An index lies outside a dimension; also an instance of JavaScript's `RangeError`. */
export class IndexError extends RangeError {
  override readonly name = "IndexError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** A name was read that the object does not have. */
export class AttributeError extends TypeError {
  override readonly name = "AttributeError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** PyTorch has it and this engine does not, or not yet. */
export class NotImplementedError extends Error {
  override readonly name = "NotImplementedError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** The tensors of this session would need more memory than the limit allows. */
export class MemoryError extends Error {
  override readonly name = "MemoryError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** A number was divided by 0 where Python refuses to. */
export class ZeroDivisionError extends Error {
  override readonly name = "ZeroDivisionError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** A number is too large for what it is to be turned into. */
export class OverflowError extends Error {
  override readonly name = "OverflowError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** A decomposition of a matrix did not succeed: PyTorch's `torch.linalg.LinAlgError`, a kind of `RuntimeError`. */
export class LinAlgError extends RuntimeError {
  override readonly name = "LinAlgError";
}

/** What a call takes for granted does not hold: PyTorch's `assert` statements. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}

/** A name that is taken, missing or impossible in a module or dictionary. */
export class KeyError extends Error {
  override readonly name = "KeyError";
  constructor(call: string, sentence: string, wayOut?: string) {
    super(compose(call, sentence, wayOut));
  }
}
