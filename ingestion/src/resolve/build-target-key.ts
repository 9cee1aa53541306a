import type { ChangeTarget } from "../events/event-document.js";

/** buildTargetKey is the sorted `k=v` list of the fields present (CONTRACT 2.2). */
export function buildTargetKey(target: ChangeTarget): string {
  const parts: string[] = [];
  if (target.channel) parts.push(`channel=${target.channel}`);
  if (target.partner) parts.push(`partner=${target.partner}`);
  if (target.store) parts.push(`store=${target.store}`);
  if (target.system) parts.push(`system=${target.system}`);
  return parts.join(",");
}
