import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { Loss } from "./base";
import {
  cosine_embedding_loss,
  hinge_embedding_loss,
  type MarginOptions,
  type MarginRest,
  margin_ranking_loss,
} from "./embedding";

/** What the losses with one margin have in common. */
abstract class MarginLoss extends Loss {
  readonly margin: number;

  constructor(call: string, given: readonly unknown[], initial: number) {
    const bound = bindArguments<MarginOptions>(call, given, { names: ["margin"], only: ["reduction"] });
    const { margin = initial, ...rest } = bound;
    super(rest);
    this.margin = margin;
  }
}

/**
 * `1 - cos(x1, x2)` of pairs that belong together, `max(0, cos(x1, x2) - margin)` of others; see `cosine_embedding_loss`. Source: `torch.nn.CosineEmbeddingLoss`.
 * @example
 * new nn.CosineEmbeddingLoss()(torch.tensor([[3, 4.5]]), torch.tensor([[1, 0.5]]), torch.tensor([1])) // => tensor(0.1318)
 */
export class CosineEmbeddingLoss extends MarginLoss {
  constructor(...given: MarginRest) {
    super("nn.CosineEmbeddingLoss", given, 0);
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return cosine_embedding_loss(input1, input2, target, { margin, reduction });
  }
}

/**
 * The distance of pairs that belong together, `max(0, margin - distance)` of others; see `hinge_embedding_loss`. Source: `torch.nn.HingeEmbeddingLoss`.
 * @example
 * new nn.HingeEmbeddingLoss()(torch.tensor([0.5, 0.25]), torch.tensor([1, -1])) // => tensor(0.6250)
 */
export class HingeEmbeddingLoss extends MarginLoss {
  constructor(...given: MarginRest) {
    super("nn.HingeEmbeddingLoss", given, 1);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return hinge_embedding_loss(input, target, { margin, reduction });
  }
}

/**
 * `max(0, -target · (input1 - input2) + margin)`; see `margin_ranking_loss`. Source: `torch.nn.MarginRankingLoss`.
 * @example
 * new nn.MarginRankingLoss()(torch.tensor([0.5, 2]), torch.tensor([1, 1.5]), torch.tensor([1, 1])) // => tensor(0.2500)
 */
export class MarginRankingLoss extends MarginLoss {
  constructor(...given: MarginRest) {
    super("nn.MarginRankingLoss", given, 0);
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return margin_ranking_loss(input1, input2, target, { margin, reduction });
  }
}
