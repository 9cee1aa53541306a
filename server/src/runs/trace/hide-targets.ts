import { matchesClientLimit } from "../../registry/matches-limit.js";
import type { Scope } from "../../scope/scope.js";

/**
 * hideTargets removes from a published change's payload the targets a scope may not see, and says how many it removed in
 * `targetsOutsideScope`. Everything else, and every payload of an unlimited scope, stays as it was received. `stores` are the
 * stores of the client that the scope may see; null is all.
 */
export function hideTargets(
  payload: string,
  options: { scope: Scope; client: string; stores: ReadonlySet<string> | null },
): string {
  const { scope, client, stores } = options;
  if (stores === null && scope.channels === null && scope.partners === null) return payload;
  const parsed: unknown = JSON.parse(payload);
  if (!isPublication(parsed)) return payload;
  const visible = parsed.targets.filter(
    (target) =>
      (stores === null || stores.has(readText(target["store"]))) &&
      matchesClientLimit(scope.channels, client, readText(target["channel"])) &&
      matchesClientLimit(scope.partners, client, readText(target["partner"])),
  );
  if (visible.length === parsed.targets.length) return payload;
  return JSON.stringify({ ...parsed, targets: visible, targetsOutsideScope: parsed.targets.length - visible.length });
}

function isPublication(value: unknown): value is { targets: Record<string, unknown>[] } {
  if (typeof value !== "object" || value === null || !("targets" in value) || !Array.isArray(value.targets))
    return false;
  return value.targets.every((target) => typeof target === "object" && target !== null);
}

function readText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
