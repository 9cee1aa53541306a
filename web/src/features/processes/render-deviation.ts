import type { DeviationKind } from "../../graphql/operations.js";

const words: Readonly<Record<DeviationKind, (step: string) => string>> = {
  MISSING: (step) => `${step} missing`,
  EXTRA: (step) => `${step} not declared`,
  REPEATED: (step) => `${step} done again`,
  OUT_OF_ORDER: (step) => `${step} out of order`,
};

/** renderDeviation says in words how a run differs from its declared steps. */
export function renderDeviation(deviation: { readonly kind: DeviationKind; readonly step: string }): string {
  return words[deviation.kind](deviation.step);
}
