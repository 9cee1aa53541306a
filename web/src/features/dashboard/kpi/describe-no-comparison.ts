import type { NullReason } from "../../../graphql/operations.js";

/** describeNoComparison says why a figure stands without what it was before. */
export function describeNoComparison(reason: NullReason | null, than: string): string {
  if (reason === "INSUFFICIENT_COVERAGE") return `${than}: too little measured to compare`;
  return `${than}: nothing to compare with`;
}
