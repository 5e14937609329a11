/** The course's own data and network: small, balanced, and the same on every page that trains. */
import torch, { nn, type Tensor } from "@/lib/torch";
import { checkOptions } from "./check";

const ROWS = 256;

/**
 * 256 points in the plane with the class of each: 1 where both coordinates have one sign, 0 where they have not.
 *
 * The classes are balanced, so a network that ignores its input costs ln 2 = 0.693147 at the least. Points are standard normal, from a generator of
 * their own (seed 0): the default generator is left as it was. `X` is float32 [256, 2], `Y` int64 [256].
 *
 * @example
 * const { X, Y } = lab.xor();
 * print(X.shape, Y.float().mean().item()); // torch.Size([256, 2]) 0.5
 */
export function xor(): { X: Tensor; Y: Tensor } {
  const generator = new torch.Generator().manual_seed(0);
  const drawn = torch.randn(ROWS, 2, { generator }).toTypedArray() as Float32Array;
  // A point in the wrong quadrant for its class crosses the horizontal axis.
  for (let row = 0; row < ROWS; row++) {
    const [x = 0, y = 0] = drawn.subarray(2 * row);
    if (x * y > 0 !== (row % 2 === 1)) drawn[2 * row + 1] = -y;
  }
  return { X: torch.tensor(drawn).view(ROWS, 2), Y: torch.arange(ROWS).remainder(2) };
}

export type MlpOptions = {
  /** Hidden layers. */
  depth: number;
  /** The class of the nonlinearity, `nn.ReLU` unless told. */
  act?: new () => nn.Layer;
  /** Called with every module, as `net.apply` does; without it all keeps PyTorch's default. */
  init?: (module: nn.Module) => void;
  /** Seeds the default generator first; 0 unless told. */
  seed?: number;
  /** Units a hidden layer; 64 unless told. */
  width?: number;
};

const WHO = "lab.mlp";

/**
 * A plain network for `lab.xor()`: `Linear(2, width)`, then depth − 1 times `Linear(width, width)`, a nonlinearity behind each, then `Linear(width, 2)`.
 *
 * Built after `manual_seed(seed)`, in the order in which the data passes; `init` is applied afterwards and draws on from the same stream.
 *
 * @throws RangeError where depth or width is no whole number above 0.
 * @example
 * const net = lab.mlp({ depth: 2, act: nn.Tanh });
 * print(net(lab.xor().X).shape); // torch.Size([256, 2])
 */
export function mlp(options: MlpOptions): nn.Sequential {
  checkOptions(options, WHO, "{ depth: 10, act: nn.ReLU }");
  const { depth, act: Act = nn.ReLU, init, seed = 0, width = 64 } = options;
  for (const [name, size] of Object.entries({ depth, width }))
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`${WHO}: ${name} is a whole number above 0, got ${size}.`);
  torch.manual_seed(seed);
  const hidden = Array.from({ length: depth }, (_, at) => [
    new nn.Linear(at === 0 ? 2 : width, width),
    new Act(),
  ]);
  const net = new nn.Sequential(...hidden.flat(), new nn.Linear(width, 2));
  if (init) net.apply(init);
  return net;
}
