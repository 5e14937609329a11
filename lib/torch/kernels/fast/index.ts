import * as reference from "../reference/matmul";
import { fillNormalFloat32 as referenceNormal } from "../reference/normal";
import * as referenceScaled from "../reference/scaled";
import * as referenceSum from "../reference/sum";
import { fillUniform as referenceUniform } from "../reference/uniform";
import { type MatmulKernels, matmulKernels } from "./matmul";
import { build } from "./module";
import { type RandomKernels, randomKernels } from "./random";
import { type ScaledKernels, scaledKernels } from "./scaled";
import { type SumKernels, sumKernels } from "./sum";

/** Products of fewer multiplications are done before their operands would have been copied. */
const SMALLEST_PRODUCT = 4096;

const random: RandomKernels =
  build === null
    ? { fillUniform: referenceUniform, fillNormalFloat32: referenceNormal }
    : randomKernels(build);
const sums: SumKernels = build === null ? referenceSum : sumKernels(build);
const scaled: ScaledKernels = build === null ? referenceScaled : scaledKernels(build);
const products: MatmulKernels = build === null ? reference : matmulKernels(build);

export const { fillUniform, fillNormalFloat32 } = random;
export const { addScaledFloat32 } = scaled;
export const { sumFloat32, sumFloat64, sumSquares, sumDistances } = sums;

/** `out = a · b`; see the reference kernel for the order of operations. */
export const matmulFloat32: MatmulKernels["matmulFloat32"] = (out, a, b, sizes) => {
  const { m, k, n } = sizes;
  const { matmulFloat32: multiply } = m * k * n < SMALLEST_PRODUCT ? reference : products;
  multiply(out, a, b, sizes);
};

/** The same in float64. */
export const matmulFloat64: MatmulKernels["matmulFloat64"] = (out, a, b, sizes) => {
  const { m, k, n } = sizes;
  const { matmulFloat64: multiply } = m * k * n < SMALLEST_PRODUCT ? reference : products;
  multiply(out, a, b, sizes);
};
