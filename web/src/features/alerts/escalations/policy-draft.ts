import type { AlertEscalationPolicyInput, NotificationSeverity } from "../../../graphql/operations.js";
import { parseMatcher, writeMatcher, type Matcher } from "../matchers/matcher.js";
import type { Policy } from "./escalations-query.js";

/** StepDraft is a step as somebody writes it; minutes are text until they are whole. */
export interface StepDraft {
  readonly minutes: string;
  readonly contacts: readonly string[];
  readonly repeats: boolean;
}

/** PolicyDraft is a policy as somebody writes it; client "" = any. */
export interface PolicyDraft {
  readonly title: string;
  readonly client: string;
  readonly severities: readonly NotificationSeverity[];
  readonly matchers: readonly Matcher[];
  readonly steps: readonly StepDraft[];
  readonly loops: number;
}

/** openPolicyDraft begins with a policy, or with the steps that are published most: at once, then after 15 minutes. */
export function openPolicyDraft(policy: Policy | undefined, client: string): PolicyDraft {
  if (policy === undefined)
    return {
      ...{ title: "", client, severities: ["CRITICAL"], matchers: [], loops: 0 },
      steps: ["0", "15"].map((minutes) => ({ minutes, contacts: [], repeats: false })),
    };
  const { title, severities, loops } = policy;
  return {
    ...{ title, severities, loops, client: policy.client ?? "" },
    matchers: policy.matchers.flatMap((text) => parseMatcher(text) ?? []),
    steps: policy.steps.map(({ afterMinutes, contacts, repeats }) => ({
      ...{ minutes: String(afterMinutes), contacts, repeats },
    })),
  };
}

/** checkPolicyDraft says what is still to be filled in; undefined = the server may be asked. */
export function checkPolicyDraft({ title, severities, matchers, steps }: PolicyDraft): string | undefined {
  if (title.trim() === "") return "Give it a title.";
  if (severities.length === 0) return "Choose how bad what it is for must be.";
  if (matchers.some(({ label }) => label === "")) return "A condition names a label.";
  if (steps.length === 0) return "Add a step.";
  const index = steps.findIndex(({ minutes, contacts }) => contacts.length === 0 || !isWait(minutes));
  if (index === -1) return undefined;
  return isWait(steps[index]?.minutes ?? "")
    ? `Choose who is told by step ${index + 1}.`
    : `Step ${index + 1} waits for 0 to 10,080 whole minutes.`;
}

/** buildPolicyInput builds what the server is asked to save in place of a version; 0 = it is new. */
export function buildPolicyInput(
  draft: PolicyDraft,
  { id, version }: { readonly id: string; readonly version: number },
): AlertEscalationPolicyInput {
  return {
    ...{ id, expectedVersion: version, title: draft.title.trim(), loops: draft.loops },
    client: draft.client === "" ? null : draft.client,
    severities: [...draft.severities],
    matchers: draft.matchers.map(writeMatcher),
    steps: readSteps(draft.steps),
  };
}

/** readSteps reads steps as they are; what is no wait yet is none. */
export function readSteps(steps: readonly StepDraft[]) {
  return steps.map(({ minutes, contacts, repeats }) => ({
    ...{ afterMinutes: isWait(minutes) ? Number(minutes) : 0, contacts: [...contacts], repeats },
  }));
}

/** buildPolicyId makes an id of a title, one that no other policy has. */
export function buildPolicyId(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 56)
    .replace(/-+$/, "");
  const base = words === "" ? "policy" : words;
  let id = base;
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`;
  return id;
}

function isWait(minutes: string): boolean {
  return /^\d{1,5}$/.test(minutes.trim()) && Number(minutes) <= 10_080;
}
