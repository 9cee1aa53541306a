import type { ClickHouse, SlaPolicyVersion } from "@watchfloor/sql";
import type { MetricsService } from "../metrics/execution/metrics.service.js";
import { getMetric } from "../metrics/metric-catalog.js";
import type { NullReason } from "../metrics/metric-words.js";
import type { RegistryService } from "../registry/registry.service.js";
import type { ReachFilter } from "../scope/reach.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { BURN_TIERS, decideBurn, type BurnTier, type BurnWindow, type DecidedBurn } from "./burn/decide-burn.js";
import { isPlaceVisible } from "./choose-visible-book.js";
import { buildWorkingIntervals, rememberOpenings } from "./clocks/build-working-intervals.js";
import { WorkingClock } from "./clocks/working-clock.js";
import type { Place } from "./policies/place.js";
import { decidePromise, type DecidedPromise } from "./promises/decide-promise.js";
import { checkWhatIf } from "./what-if/check-what-if.js";
import { compileWhatIf } from "./what-if/compile-what-if.js";

/** PromiseQuestionParts are what the service stands on. */
export interface PromiseQuestionParts {
  readonly clickhouse: ClickHouse;
  readonly registry: RegistryService;
  readonly metrics: MetricsService;
  readonly now: () => Date;
}

/** WhatIfAnswer is what attainment would have been with one limit; null with a reason where nothing was decided. */
export interface WhatIfAnswer {
  readonly limitSeconds: number;
  readonly met: number;
  readonly valid: number;
  readonly attainment: number | null;
  readonly nullReason: NullReason | null;
}

/** WhatIfRequest is the question as it was asked. */
export interface WhatIfRequest {
  readonly from: Date;
  readonly to: Date;
  readonly filter?: ReachFilter | null;
  readonly limits: readonly number[];
}

/** PolicyBurn is how fast one policy uses up its budget. */
export interface PolicyBurn {
  readonly policy: string;
  readonly title: string;
  readonly target: number;
  readonly windowDays: number;
  readonly tiers: readonly (DecidedBurn & { readonly tier: BurnTier; readonly bad: number; readonly total: number })[];
}

/** What burns is counted, however much was measured: too little is a guard of its own. */
const COUNTED = { ...getMetric("sla_attainment"), needsCoverage: false };
const DUE_WITHIN_MS = 400 * 86_400_000;
const MAX_SECONDS = 15;
const MAX_MEMORY_BYTES = 2 * 1024 ** 3;

/** PromiseQuestionsService answers what would have been with other limits, and how fast budgets burn. */
export class PromiseQuestionsService {
  constructor(private readonly parts: PromiseQuestionParts) {}

  /** askWhatIf answers for every limit in one question, in the order asked, or says what is wrong. */
  async askWhatIf(scope: Scope, request: WhatIfRequest): Promise<WhatIfAnswer[] | string> {
    const problem = checkWhatIf(request);
    if (problem !== undefined) return problem;
    const now = this.parts.now();
    const reach = await resolveReach(this.parts.registry, scope, request.filter);
    const asOf = request.to < now ? request.to : now;
    const limits = [...new Set(request.limits)];
    const [rows, isMeasured] = await Promise.all([
      this.parts.clickhouse.query<{ limit_seconds: number; met: number; valid: number }>({
        ...compileWhatIf(reach, { from: request.from, asOf, limits }),
        maxSeconds: MAX_SECONDS,
        maxMemoryBytes: MAX_MEMORY_BYTES,
      }),
      this.isMeasured(scope, request),
    ]);
    return limits.map((limitSeconds) => {
      const row = rows.find(({ limit_seconds: limit }) => Number(limit) === limitSeconds);
      const [met, valid] = [Number(row?.met ?? 0), Number(row?.valid ?? 0)];
      const emptyReason = row === undefined ? "NO_ROWS" : valid === 0 ? "ZERO_DENOMINATOR" : null;
      const nullReason = emptyReason ?? (isMeasured ? null : "INSUFFICIENT_COVERAGE");
      return { limitSeconds, met, valid, attainment: nullReason === null ? met / valid : null, nullReason };
    });
  }

  /** What is not known of the promises there are is not known of others either. */
  private async isMeasured(scope: Scope, { from, to, filter }: WhatIfRequest): Promise<boolean> {
    const question = { metrics: ["sla_attainment"], from, to, filter: filter ?? null };
    const outcome = await this.parts.metrics.ask(scope, question, { coverage: false });
    const [value] = outcome.isAnswered ? (outcome.answer.groups[0]?.values ?? []) : [];
    return value?.nullReason !== "INSUFFICIENT_COVERAGE";
  }

  /** findDue says what would be promised of a run that starts somewhere at an instant, without pauses; undefined without a policy. */
  async findDue(scope: Scope, place: Place, startedAt: Date): Promise<DecidedPromise | undefined> {
    const { registry } = this.parts;
    const rules = await registry.findPromiseRules(scope);
    if (rules === undefined || !isPlaceVisible(place, scope, await registry.findVisible(scope))) return undefined;
    const { calendars } = await registry.findSlaBook(scope.tenant);
    const startedMs = startedAt.getTime();
    const range = { from: startedAt, to: new Date(startedMs + DUE_WITHIN_MS) };
    const findOpen = rememberOpenings(calendars, range);
    return decidePromise(rules, { place, startedMs, pauses: [] }, (code) => {
      const clock = rules.plan.clocks.find((each) => each.code === code);
      return new WorkingClock((clock && buildWorkingIntervals(clock, findOpen, range)) ?? []);
    });
  }

  /** findBurn decides the three tiers of every policy in force now that a scope may see. */
  async findBurn(scope: Scope): Promise<PolicyBurn[]> {
    const now = this.parts.now();
    const policies = await this.findInForce(scope, now);
    const windows = [...new Set(BURN_TIERS.flatMap(({ longMs, shortMs }) => [longMs, shortMs]))];
    const ask = async (fromMs: number, toMs: number) =>
      this.countPromises(scope, new Date(now.getTime() - fromMs), new Date(now.getTime() - toMs));
    const counted = new Map(await Promise.all(windows.map(async (length) => [length, await ask(length, 0)] as const)));
    const seen = new Map(
      await Promise.all(BURN_TIERS.map(async ({ longMs }) => [longMs, await ask(longMs, longMs / 2)] as const)),
    );
    const none: BurnWindow = { bad: 0, total: 0 };
    return policies.map(({ id, title, target, windowDays }) => ({
      ...{ policy: id, title, target, windowDays },
      tiers: BURN_TIERS.map((tier) => {
        const long = counted.get(tier.longMs)?.get(id) ?? none;
        const short = counted.get(tier.shortMs)?.get(id) ?? none;
        const isSeen = (seen.get(tier.longMs)?.get(id)?.total ?? 0) > 0;
        return { tier: tier.tier, ...long, ...decideBurn(tier, { target, windowDays, long, short, isSeen }) };
      }),
    }));
  }

  private async findInForce(scope: Scope, now: Date): Promise<SlaPolicyVersion[]> {
    const rules = await this.parts.registry.findPromiseRules(scope);
    const keys = rules?.ladder.flatMap((rung) => rung.keys) ?? [];
    const inForce = keys.map(({ steps }) => steps.findLast(({ fromMs }) => fromMs <= now.getTime())?.policy);
    return inForce.filter((policy) => policy !== undefined);
  }

  private async countPromises(scope: Scope, from: Date, to: Date): Promise<Map<string, BurnWindow>> {
    const question = { metrics: [COUNTED.id], groupBy: ["POLICY" as const], from, to };
    const outcome = await this.parts.metrics.ask(scope, question, { coverage: false, definitions: [COUNTED] });
    if (!outcome.isAnswered) return new Map();
    return new Map(
      outcome.answer.groups.map(({ key, values: [value] }) => {
        const total = value?.denominator ?? 0;
        return [key[0]?.id ?? "", { bad: total - (value?.numerator ?? 0), total }];
      }),
    );
  }
}
