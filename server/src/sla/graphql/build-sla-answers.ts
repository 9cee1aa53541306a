import type { SlaPolicyVersion as StoredVersion, StoredCorrection } from "@watchfloor/sql";
import type { Place } from "../policies/place.js";
import { buildPolicyPhases } from "../policies/build-policy-phases.js";
import type { DecidedPromise } from "../promises/decide-promise.js";
import type { SlaProblem as Refused } from "../sla-problem.js";
import type { Correction } from "./correction.type.js";
import type { SlaDue } from "./sla-answers.type.js";
import type { SlaPlaceInput } from "./sla-place.input.js";
import type { SlaPlace } from "./sla-place.type.js";
import type { SlaPolicy, SlaPolicyVersion } from "./sla-policy.type.js";
import type { SlaProblem } from "./sla-problem.type.js";

/** readPlace reads what something is for. */
export function readPlace(input: SlaPlaceInput | null | undefined): Place {
  const { client, workflow, channel, store, partner } = input ?? {};
  return {
    client: client ?? "",
    workflow: workflow ?? "",
    channel: channel ?? "",
    store: store ?? "",
    partner: partner ?? "",
  };
}

/** buildPolicies shows stored versions by policy. */
export function buildPolicies(versions: readonly StoredVersion[], now: Date): SlaPolicy[] {
  const ids = [...new Set(versions.map(({ id }) => id))];
  return ids.flatMap((id) =>
    buildPolicy(
      versions.filter((version) => version.id === id),
      now,
    ),
  );
}

/** buildPolicyAnswer shows what became of a policy, or why nothing was changed. */
export function buildPolicyAnswer(made: readonly StoredVersion[] | Refused, now: Date): SlaPolicy | SlaProblem {
  if ("code" in made) return buildProblem(made);
  const [policy] = buildPolicy(made, now);
  return policy ?? buildProblem({ code: "not_found", message: "There is none of that id." });
}

/** buildCorrectionAnswer shows a correction, or why nothing was changed. */
export function buildCorrectionAnswer(made: StoredCorrection | Refused): Correction | SlaProblem {
  return "code" in made ? buildProblem(made) : buildCorrection(made);
}

/** buildCorrection shows a stored correction. */
export function buildCorrection(stored: StoredCorrection): Correction {
  const state = stored.revokedAt !== null ? "REVOKED" : stored.approvedAt !== null ? "APPROVED" : "REQUESTED";
  const { calendar, recurrence, ...rest } = stored;
  return { ...rest, state, place: buildPlace(stored), calendar: readText(calendar), recurrence: readText(recurrence) };
}

/** buildDue shows what would be promised. */
export function buildDue({ policy, limitMs, dueMs, riskMs }: DecidedPromise): SlaDue {
  const read = (ms: number) => (ms === Infinity ? null : new Date(ms));
  const { id, version } = policy;
  return {
    policy: id,
    policyVersion: version,
    limitSeconds: limitMs / 1000,
    dueAt: read(dueMs),
    atRiskAt: read(riskMs),
  };
}

function buildPolicy(versions: readonly StoredVersion[], now: Date): SlaPolicy[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const isInForce = buildPolicyPhases(versions).some(
    ({ fromMs, toMs }) => fromMs <= now.getTime() && now.getTime() < toMs,
  );
  return [{ id: newest.id, isInForce, newest: buildVersion(newest), versions: versions.map(buildVersion) }];
}

function buildVersion(stored: StoredVersion): SlaPolicyVersion {
  const { calendar, ...rest } = stored;
  return { ...rest, place: buildPlace(stored), calendar: readText(calendar) };
}

function buildPlace({ client, workflow, channel, store, partner }: Place): SlaPlace {
  return {
    client: readText(client),
    workflow: readText(workflow),
    channel: readText(channel),
    store: readText(store),
    partner: readText(partner),
  };
}

function buildProblem({ code, message }: Refused): SlaProblem {
  return { code: code.toUpperCase(), message };
}

function readText(text: string): string | null {
  return text === "" ? null : text;
}
