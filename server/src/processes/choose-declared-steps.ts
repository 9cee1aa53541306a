import type { DeclaredStep } from "@watchfloor/sql";
import type { TenantRegistry } from "../registry/tenant-registry.js";
import type { NoConformanceReason } from "./report/variant-report.js";

/** DeclaredChoice is the steps runs are compared with, or why there are none. */
export type DeclaredChoice =
  | { readonly steps: readonly DeclaredStep[]; readonly reason: null }
  | { readonly steps: null; readonly reason: NoConformanceReason };

/**
 * chooseDeclaredSteps returns the steps that the clients of a question declare for a workflow. Where they declare different ones
 * (or some of them none), a run of one would be judged by the rules of another: then the question must name a client.
 */
export function chooseDeclaredSteps(
  registry: TenantRegistry,
  workflow: string,
  clients: readonly string[] | null | undefined,
): DeclaredChoice {
  const declared = registry.workflows
    .filter(({ id, client }) => id === workflow && (clients == null || clients.includes(client)))
    .map(({ steps }) => (steps === null || steps.length === 0 ? null : steps));
  const [first = null] = declared;
  const isSame = declared.every((steps) => renderSteps(steps) === renderSteps(first));
  if (!isSame) return { steps: null, reason: "DECLARED_DIFFERENTLY" };
  return first === null ? { steps: null, reason: "NOT_DECLARED" } : { steps: first, reason: null };
}

function renderSteps(steps: readonly DeclaredStep[] | null): string {
  return JSON.stringify((steps ?? []).map(({ step, isOptional, mayRepeat }) => [step, isOptional, mayRepeat]));
}
