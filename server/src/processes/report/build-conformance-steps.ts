import type { DeclaredStep } from "@watchfloor/sql";
import type { ConformanceSteps } from "./build-conformance-columns.js";

/** buildConformanceSteps numbers declared steps from 1 in their order, as the codes of their names are. */
export function buildConformanceSteps(declared: readonly DeclaredStep[] | null): ConformanceSteps | undefined {
  if (declared === null) return undefined;
  const codes = declared.map((step, position) => ({ ...step, code: position + 1 }));
  return {
    count: declared.length,
    required: codes.filter((step) => !step.isOptional).map(({ code }) => code),
    once: codes.filter((step) => !step.mayRepeat).map(({ code }) => code),
  };
}
