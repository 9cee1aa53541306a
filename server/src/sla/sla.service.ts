import { randomUUID } from "node:crypto";
import {
  decideCorrection,
  listCorrections,
  listSlaPolicies,
  publishRegistrySignal,
  requestCorrection,
  saveSlaPolicy,
  type ClickHouse,
  type Postgres,
  type SlaPolicyVersion,
  type StoredCorrection,
} from "@watchfloor/sql";
import type { RegistryService } from "../registry/registry.service.js";
import type { Scope } from "../scope/scope.js";
import { isPlaceManageable, isPlaceVisible } from "./choose-visible-book.js";
import { buildClocks, countClockNumbers } from "./clocks/build-clocks.js";
import { storeWorkingIntervals } from "./clocks/store-working-intervals.js";
import { checkCorrection, type CorrectionDraft } from "./corrections/check-correction.js";
import { checkPolicy, type PolicyDraft } from "./policies/check-policy.js";
import type { Place } from "./policies/place.js";
import type { SlaProblem } from "./sla-problem.js";

/** SlaParts are what the service stands on. */
export interface SlaParts {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly registry: RegistryService;
  readonly now: () => Date;
}

/** A clock and an instant share one number; and each clock is written for some three years. */
const MAX_NUMBERS = 2 ** 20;
const MAX_CLOCKS = 5_000;
const NOT_FOUND: SlaProblem = { code: "not_found", message: "There is none of that id." };

/** SlaService keeps the policies and corrections of a tenant, within the scope of whoever asks. Who may do what is decided before. */
export class SlaService {
  constructor(private readonly parts: SlaParts) {}

  now(): Date {
    return this.parts.now();
  }

  /** listPolicies gives all versions of the policies that can touch what a scope sees. */
  async listPolicies(scope: Scope): Promise<SlaPolicyVersion[]> {
    return this.keepVisible(scope, await listSlaPolicies(this.parts.postgres, scope.tenant));
  }

  /** listCorrections gives the corrections that can touch what a scope sees, whatever became of them. */
  async listCorrections(scope: Scope): Promise<StoredCorrection[]> {
    return this.keepVisible(scope, await listCorrections(this.parts.postgres, scope.tenant));
  }

  /** savePolicy adds a version; `expectedVersion` is the newest the asker knows, 0 for a new policy. */
  async savePolicy(
    scope: Scope,
    draft: PolicyDraft,
    expectedVersion: number,
  ): Promise<readonly SlaPolicyVersion[] | SlaProblem> {
    const { calendars } = await this.parts.registry.findSlaBook(scope.tenant);
    const problem = checkPolicy(draft, calendars);
    if (problem !== undefined) return problem;
    const known = await this.findVersions(scope.tenant, draft.id);
    if (![draft, ...known].every((place) => isPlaceManageable(place, scope))) return NOT_FOUND;
    return this.addVersion(scope, draft, expectedVersion);
  }

  /** retirePolicy ends a policy at an instant with one more version; what it decided before stays decided. */
  async retirePolicy(
    scope: Scope,
    retired: { id: string; at: Date; expectedVersion: number },
  ): Promise<readonly SlaPolicyVersion[] | SlaProblem> {
    const newest = (await this.findVersions(scope.tenant, retired.id)).at(-1);
    if (newest === undefined || !isPlaceManageable(newest, scope)) return NOT_FOUND;
    const draft = { ...newest, effectiveFrom: retired.at, effectiveUntil: retired.at };
    return this.addVersion(scope, draft, retired.expectedVersion);
  }

  /** requestCorrection stores a correction that counts once somebody else approves it. */
  async requestCorrection(scope: Scope, draft: CorrectionDraft): Promise<StoredCorrection | SlaProblem> {
    const book = await this.parts.registry.findSlaBook(scope.tenant);
    const problem = checkCorrection(draft, book.calendars);
    if (problem !== undefined) return problem;
    if (!isPlaceManageable(draft, scope)) return NOT_FOUND;
    const id = randomUUID();
    const asked = { ...draft, id, author: scope.subjectId, requestedAt: this.parts.now() };
    await requestCorrection(this.parts.postgres, scope.tenant, asked);
    return (await this.findCorrection(scope, id)) ?? NOT_FOUND;
  }

  /** decideCorrection approves or revokes a correction; history is restated by either. */
  async decideCorrection(
    scope: Scope,
    id: string,
    verdict: "approve" | "revoke",
  ): Promise<StoredCorrection | SlaProblem> {
    const { postgres, now } = this.parts;
    const asked = await this.findCorrection(scope, id);
    if (asked === undefined || !isPlaceManageable(asked, scope)) return NOT_FOUND;
    if (verdict === "approve" && asked.author === scope.subjectId)
      return { code: "own_request", message: "A correction is approved by somebody else than its author." };
    if (verdict === "approve" && !(await this.hasRoom(scope.tenant, asked)))
      return {
        code: "too_many_scopes",
        message: "Corrections are for too many combinations of places: revoke some, or make them wider.",
      };
    const isDecided = await decideCorrection(postgres, scope.tenant, { id, verdict, by: scope.subjectId, now: now() });
    if (!isDecided) return { code: "already_decided", message: "Somebody has decided about it already." };
    await this.announce(scope.tenant);
    return (await this.findCorrection(scope, id)) ?? NOT_FOUND;
  }

  private async hasRoom(tenant: string, added: StoredCorrection): Promise<boolean> {
    const book = await this.parts.registry.findSlaBook(tenant);
    const plan = buildClocks({ ...book, corrections: [...book.corrections, added] });
    return countClockNumbers(plan) <= MAX_NUMBERS && plan.clocks.length <= MAX_CLOCKS;
  }

  private async addVersion(scope: Scope, draft: PolicyDraft, expectedVersion: number) {
    const { postgres, now } = this.parts;
    const { pauseReasons, ...rest } = draft;
    const reasons = pauseReasons === null ? null : [...pauseReasons];
    // Policies begin and end on whole seconds, and one that is saved now is in force now.
    const dates = {
      effectiveFrom: floor(draft.effectiveFrom),
      effectiveUntil: draft.effectiveUntil && floor(draft.effectiveUntil),
    };
    const terms = { ...rest, ...dates, pauseReasons: reasons, createdAt: now(), createdBy: scope.subjectId };
    const version = await saveSlaPolicy(postgres, scope.tenant, { terms, expectedVersion });
    if (version === undefined)
      return {
        code: "stale_version",
        message: "The policy has another version by now: look at it and save again.",
      } as const;
    await this.announce(scope.tenant);
    return this.findVersions(scope.tenant, draft.id);
  }

  /** The clocks are written before others are told, so that nobody asks by one that is not known; the worker catches up with a failure. */
  private async announce(tenant: string): Promise<void> {
    const { clickhouse, postgres, now } = this.parts;
    await storeWorkingIntervals({ clickhouse, postgres, isKeeper: false }, now(), tenant).catch(() => 0);
    await publishRegistrySignal(postgres, tenant);
  }

  private async findVersions(tenant: string, id: string): Promise<SlaPolicyVersion[]> {
    return (await listSlaPolicies(this.parts.postgres, tenant)).filter((policy) => policy.id === id);
  }

  private async findCorrection(scope: Scope, id: string): Promise<StoredCorrection | undefined> {
    return (await this.listCorrections(scope)).find((correction) => correction.id === id);
  }

  private async keepVisible<T extends Place>(scope: Scope, all: readonly T[]): Promise<T[]> {
    const registry = await this.parts.registry.findVisible(scope);
    return all.filter((each) => isPlaceVisible(each, scope, registry));
  }
}

function floor(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
