import type { AlertRule } from "@watchfloor/dashboards";
import type { Scope } from "../../scope/scope.js";
import { chooseDimensions, type FigureReader } from "../evaluate/figure-reader.service.js";
import { judgeRule, judgeSubjects, type RuleJudgement } from "../evaluate/judge-rule.js";
import { EMPTY_DOCUMENT, type RuleDocument } from "../evaluate/rule-document.js";
import { buildRuleQueries } from "../evaluate/rule-query.js";
import { stepRule } from "../evaluate/step-rule.js";
import type { SubjectReader } from "../evaluate/subject-reader.service.js";
import { judgeFreshness } from "../freshness/judge-freshness.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertSeverity, CommittedTransition } from "../publish/transition-sink.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import { fingerprintJudgement } from "../rules/fingerprint-judgement.js";
import { chooseReading, chooseStep } from "./choose-grid.js";
import { BackTestProgress, UNWATCHED, type BackTestWatch } from "./back-test-watch.js";
import { SeriesKeeper, type BackTestSeries } from "./series-keeper.js";
import { SlotChunks } from "./slot-chunks.js";
import { openSlotSource, type SlotRange } from "./slot-source.js";

/** Other work of the process goes on in between. */
const SLOTS_A_BREATH = 200;
/** Their values are no measure of anything that could be drawn. */
const WITHOUT_SERIES: readonly AlertRule["kind"][] = ["anomaly", "readiness", "no_data"];

/** BackTestEpisode is one incident there would have been. Instants are epoch milliseconds; null = it fires at the end of the range. */
export interface BackTestEpisode {
  readonly labels: Labels;
  readonly severity: AlertSeverity;
  readonly firedAt: number;
  readonly resolvedAt: number | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly summary: string;
}

/** BackTestAnswer is what a rule would have done. */
export interface BackTestAnswer {
  readonly episodes: readonly BackTestEpisode[];
  /** Of the groups that matter most; none where values are no measure. */
  readonly series: readonly BackTestSeries[];
  readonly slots: number;
  /** Distance of the slots that were looked at, in milliseconds: the interval of the rule unless the range is long. */
  readonly stepMs: number;
}

/** BackTest runs a rule over slots of the past with the functions that evaluate it live; only how figures are read differs. */
export class BackTest {
  constructor(
    private readonly parts: {
      readonly figures: Pick<FigureReader, "readSeries">;
      readonly subjects: Pick<SubjectReader, "read" | "readAnomaliesOf" | "openSilences">;
    },
  ) {}

  /** run evaluates a rule at every slot in (from, to]. Rejects with a `ClickHouseFailure`, or `BackTestGivenUp` when nobody waits. */
  async run(
    scope: Scope,
    rule: AlertRule,
    { from, to, watch = UNWATCHED }: { readonly from: Date; readonly to: Date; readonly watch?: BackTestWatch },
  ): Promise<BackTestAnswer> {
    const reading = chooseReading(rule, buildRuleQueries(rule));
    const stepMs = chooseStep(rule, to.getTime() - from.getTime(), reading);
    const floor = (at: Date) => Math.floor(at.getTime() / stepMs) * stepMs;
    const range: SlotRange = { fromMs: floor(from), toMs: floor(to), stepMs };
    const progress = new BackTestProgress(watch, reading !== "slots" && rule.kind !== "freshness");
    const judge = await this.openJudge(scope, rule, { range, progress });
    const keeper = new SeriesKeeper(range, "op" in rule && rule.op.startsWith("<"));
    const out: CommittedTransition[] = [];
    // Where slots are rarer than the rule's, one slot lasts as long as they are apart.
    const stepped: AlertRule = { ...rule, intervalSeconds: stepMs / 1_000 };
    let document: RuleDocument = EMPTY_DOCUMENT;
    const slots = Math.round((range.toMs - range.fromMs) / stepMs);
    for (let slot = 1; slot <= slots; slot += 1) {
      const slotAt = range.fromMs + slot * stepMs;
      const judgement = await judge(slotAt);
      const step = { tenant: scope.tenant, rule: stepped, version: 0, judgement: fingerprintJudgement(rule), slotAt };
      document = stepRule(document, step, judgement);
      out.push(...document.out.filter(({ kind }) => kind === "fired" || kind === "resolved"));
      document = { ...document, out: [] };
      if (!WITHOUT_SERIES.includes(rule.kind)) keeper.note(slotAt, judgement.instances);
      if (slot % SLOTS_A_BREATH !== 0 && reading !== "slots") continue;
      progress.tellStepped(slot / slots);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { episodes: buildEpisodes(out), series: keeper.list(), slots, stepMs };
  }

  private async openJudge(
    scope: Scope,
    rule: AlertRule,
    { range, progress }: { readonly range: SlotRange; readonly progress: BackTestProgress },
  ): Promise<(slotAt: number) => RuleJudgement | Promise<RuleJudgement>> {
    if (rule.kind === "anomaly") {
      const find = await this.parts.subjects.readAnomaliesOf(scope, rule, range);
      return (slotAt) => judgeSubjects(rule, find(slotAt));
    }
    if (rule.kind === "freshness") {
      const read = await this.parts.subjects.openSilences(scope, rule, range);
      return async (slotAt) => judgeFreshness(rule, await read(slotAt));
    }
    if (rule.kind === "readiness")
      return async (slotAt) => judgeSubjects(rule, await this.parts.subjects.read(scope, rule, slotAt));
    const queries = buildRuleQueries(rule);
    const reading = chooseReading(rule, queries);
    if (queries === undefined || reading === "slots") throw new Error(`The rule ${rule.id} asks nothing.`);
    const wish = { dimensions: chooseDimensions(rule, queries.now.metric), filter: buildRuleFilter(rule) };
    const chunks = new SlotChunks(range, (chunk, { from, to }) => {
      const tell = (share: number): void => progress.tellRead(from + (to - from) * share);
      return openSlotSource(this.parts.figures, scope, { wish, queries, reading, tell }, chunk);
    });
    return async (slotAt) => judgeRule(rule, await chunks.read(slotAt));
  }
}

function buildEpisodes(out: readonly CommittedTransition[]): BackTestEpisode[] {
  const ends = new Map(out.filter(({ kind }) => kind === "resolved").map((each) => [each.incidentId, each.slotAt]));
  return out
    .filter(({ kind }) => kind === "fired")
    .map(({ labels, severity, slotAt, value, threshold, incidentId, evidence }) => {
      const resolvedAt = ends.get(incidentId) ?? null;
      return { labels, severity, firedAt: slotAt, resolvedAt, value, threshold, summary: String(evidence["summary"]) };
    });
}
