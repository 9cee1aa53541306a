import type { State } from "../../../ui/state-shape.js";
import type { Template } from "./templates-query.js";

/** TemplateHealth is how a template does, in a shape and words. */
export interface TemplateHealth {
  readonly state: State;
  readonly words: string;
  /** since is the instant the words are about; null = none. */
  readonly since: string | null;
}

/** describeTemplate says how a template does: whether it is in use, and whether the last message had to go without it. */
export function describeTemplate(
  template: Pick<Template, "isInUse" | "lastUsedAt" | "lastFault" | "lastFaultAt">,
): TemplateHealth {
  const { isInUse, lastUsedAt, lastFaultAt } = template;
  const isFailing = lastFaultAt !== null && (lastUsedAt === null || lastFaultAt >= lastUsedAt);
  if (isFailing) return { state: isInUse ? "late" : "none", words: "failed", since: lastFaultAt };
  if (!isInUse) return { state: "none", words: "not in use", since: null };
  if (lastUsedAt === null) return { state: "ok", words: "in use, nothing sent with it yet", since: null };
  return { state: "ok", words: "in use, last sent", since: lastUsedAt };
}
