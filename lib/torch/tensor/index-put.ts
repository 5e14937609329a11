import { RuntimeError } from "../errors";
import type { Change } from "./change";
import { copyOf } from "./convert";
import type { Derivatives } from "./derivatives";
import { isRecorded, makeTensor, record } from "./make";
import { isTensor, type Operand, scalarView } from "./operand";
import { gather, type Picks, scatter, scatterAdd } from "./ops/indexing";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Copies of the index tensors, so that later writes to them do not reach the derivative. */
function keepPicks(picks: Picks): Picks {
  return picks.map((pick) => (pick === null ? null : copyOf(pick)));
}

/** The picked entries as a tensor of their own. */
export function gathered(source: Tensor, picks: Picks): Tensor {
  const result = gather(source[STRIDED], picks);
  if (!isRecorded([source])) return makeTensor(result);
  const kept = keepPicks(picks);
  const { shape } = source;
  return record("IndexBackward0", [source], result, [(grad) => putBack(grad, shape, kept)]);
}

/** Zeros, with the values added where they were picked. */
function putBack(values: Tensor, shape: readonly number[], picks: Picks): Tensor {
  const whole = emptyStrided(shape, values.dtype);
  scatterAdd(whole, picks, values[STRIDED]);
  return record("IndexPutBackward0", [values], whole, [(grad) => gathered(grad, picks)]);
}

/** The derivatives of writing values to picked entries. */
function putDerivatives(picks: Picks): Derivatives {
  return [
    (grad) => {
      const rest = copyOf(grad[STRIDED]);
      scatter(rest, picks, scalarView(0, grad.dtype));
      return record("IndexPutBackward0", [grad], rest, putDerivatives(picks));
    },
    (grad) => gathered(grad, picks),
  ];
}

/** What is to be written to picked entries. */
type Put = { readonly picks: Picks; readonly value: Operand; readonly accumulate: boolean };

/** Writing values to picked entries, or adding them there, ready to be done. */
export function planPut(call: string, target: Tensor, { picks, value, accumulate }: Put): Change {
  if (isTensor(value) && value.dtype !== target.dtype) {
    throw new RuntimeError(
      call,
      `Index put requires the source and destination dtypes match, got ${target.dtype.scalarName} for the destination and ${value.dtype.scalarName} for the source.`,
      `write value.to(torch.${target.dtype.name})`,
    );
  }
  const source = isTensor(value) ? copyOf(value[STRIDED], target.dtype) : scalarView(value, target.dtype);
  const kept = isRecorded([target, value]) ? keepPicks(picks) : picks;
  return {
    call,
    node: "IndexPutBackward0",
    inputs: [value],
    derivatives: accumulate ? [(grad) => grad, (grad) => gathered(grad, kept)] : putDerivatives(kept),
    write: (view) => (accumulate ? scatterAdd(view, picks, source) : scatter(view, picks, source)),
  };
}
