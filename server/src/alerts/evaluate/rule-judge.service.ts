import type { AlertRule } from "@watchfloor/dashboards";
import { renderFailure } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";
import { judgeFreshness } from "../freshness/judge-freshness.js";
import type { WatermarkReader } from "../watermark/watermark-reader.service.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import { chooseDimensions, type FigureReader, type FigureWish } from "./figure-reader.service.js";
import { judgeRule, judgeSubjects, type RuleJudgement } from "./judge-rule.js";
import { buildRuleQueries, type RuleQueries } from "./rule-query.js";
import type { GroupFigures, SlotFigures } from "./slot-figures.js";
import { chooseTimeoutMs, type SlotDeadline } from "./slot-deadline.js";
import type { SubjectReader } from "./subject-reader.service.js";

/** RuleJudgeParts is what rules are judged with. */
export interface RuleJudgeParts {
  readonly figures: Pick<FigureReader, "readMany" | "findHeard">;
  readonly subjects: Pick<SubjectReader, "read" | "openSilences">;
  /** Until when feeds are complete; undefined = nobody is asked. */
  readonly watermarks?: Pick<WatermarkReader, "load"> | undefined;
  /** Bounds what one attempt asks; undefined = each question keeps its own limit. */
  readonly deadline?: Pick<SlotDeadline, "within"> | undefined;
  /** Waits before a rule that could not be asked is asked once more. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** What fails for a moment is well again by then. */
const RETRY_AFTER_MS = 1_000;

/** SlotVerdict is the judgement of a rule, or why it could not be asked. */
export type SlotVerdict = { readonly judgement: RuleJudgement } | { readonly failure: string };

interface Asked {
  readonly rule: AlertRule;
  readonly queries: RuleQueries;
  readonly now: FigureWish;
  readonly before: FigureWish | undefined;
}

/** RuleJudge judges many rules at one slot. What they ask of metrics goes out together, so that rules that look alike cost one statement. */
export class RuleJudge {
  constructor(private readonly parts: RuleJudgeParts) {}

  /**
   * judgeMany judges rules at a slot, each by its place. What could not be asked is asked once more a second later, each rule by itself: so one
   * that cannot be asked does not keep the others from it.
   */
  async judgeMany(scope: Scope, rules: readonly AlertRule[], slotAt: number): Promise<SlotVerdict[]> {
    const { wait = waitFor } = this.parts;
    const verdicts = await this.attempt(scope, rules, slotAt);
    if (!verdicts.some(isFailure)) return verdicts;
    await wait(RETRY_AFTER_MS);
    return Promise.all(
      verdicts.map(async (verdict, at) => {
        const rule = rules[at];
        if (rule === undefined || !isFailure(verdict)) return verdict;
        return (await this.attempt(scope, [rule], slotAt))[0] ?? verdict;
      }),
    );
  }

  /** All questions at once, within the time of the rule that has least. */
  private async attempt(scope: Scope, rules: readonly AlertRule[], slotAt: number): Promise<SlotVerdict[]> {
    const { deadline } = this.parts;
    const ask = () => this.askAll(scope, rules, slotAt);
    try {
      return await (deadline?.within(Math.min(...rules.map(chooseTimeoutMs)), ask) ?? ask());
    } catch (cause) {
      return rules.map(() => ({ failure: renderFailure(cause) }));
    }
  }

  private async askAll(scope: Scope, rules: readonly AlertRule[], slotAt: number): Promise<SlotVerdict[]> {
    const wishes = rules.map(buildAsked);
    const all = wishes.flatMap((asked) =>
      asked === undefined ? [] : [asked.now, ...(asked.before ? [asked.before] : [])],
    );
    const [answers, watermarks] = await Promise.all([
      this.readAll(scope, all, slotAt),
      all.length === 0 ? undefined : this.parts.watermarks?.load(scope),
    ]);
    const heard = new Map<string, Promise<SlotFigures["isHeard"]>>();
    return Promise.all(
      rules.map(async (rule, at): Promise<SlotVerdict> => {
        try {
          const asked = wishes[at];
          if (rule.kind === "anomaly" || rule.kind === "readiness")
            return { judgement: judgeSubjects(rule, await this.parts.subjects.read(scope, rule, slotAt)) };
          if (rule.kind === "freshness") return { judgement: await this.judgeSilences(scope, rule, slotAt) };
          if (asked === undefined) return { failure: "The rule asks nothing." };
          const now = getAnswer(answers, asked.now);
          const before = asked.before === undefined ? [] : getAnswer(answers, asked.before);
          const isHeard = await this.findHeard(scope, { asked, slotAt, heard });
          const isBehind = watermarks?.findBehind(rule, slotAt) ?? (() => false);
          return { judgement: judgeRule(rule, { now, before, isHeard, isBehind }) };
        } catch (cause) {
          return { failure: renderFailure(cause) };
        }
      }),
    );
  }

  private async judgeSilences(
    scope: Scope,
    rule: Extract<AlertRule, { kind: "freshness" }>,
    slotAt: number,
  ): Promise<RuleJudgement> {
    const read = await this.parts.subjects.openSilences(scope, rule, { toMs: slotAt });
    return judgeFreshness(rule, await read(slotAt));
  }

  /** What asks of metrics fails together, what asks of something else by itself. */
  private async readAll(
    scope: Scope,
    wishes: readonly FigureWish[],
    slotAt: number,
  ): Promise<ReadonlyMap<FigureWish, GroupFigures[] | Error>> {
    try {
      const groups = await this.parts.figures.readMany(scope, wishes, slotAt);
      return new Map(wishes.map((wish, at) => [wish, groups[at] ?? []] as const));
    } catch (cause) {
      const failure = cause instanceof Error ? cause : new Error(String(cause));
      return new Map(wishes.map((wish) => [wish, failure] as const));
    }
  }

  private findHeard(
    scope: Scope,
    { asked, slotAt, heard }: { asked: Asked; slotAt: number; heard: Map<string, Promise<SlotFigures["isHeard"]>> },
  ): Promise<SlotFigures["isHeard"]> {
    const { heardMs } = asked.queries;
    if (heardMs === undefined) return Promise.resolve(() => true);
    const { dimensions, filter } = asked.now;
    const key = JSON.stringify([dimensions, filter, heardMs]);
    const range = { fromMs: slotAt - heardMs, toMs: slotAt };
    const finding = heard.get(key) ?? this.parts.figures.findHeard(scope, asked.now, range);
    heard.set(key, finding);
    return finding;
  }
}

function isFailure(verdict: SlotVerdict): verdict is { readonly failure: string } {
  return "failure" in verdict;
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function buildAsked(rule: AlertRule): Asked | undefined {
  const queries = buildRuleQueries(rule);
  if (queries === undefined) return undefined;
  const shape = { dimensions: chooseDimensions(rule, queries.now.metric), filter: buildRuleFilter(rule) };
  const before = queries.before === undefined ? undefined : { ...shape, query: queries.before };
  return { rule, queries, before, now: { ...shape, query: queries.now } };
}

function getAnswer(answers: ReadonlyMap<FigureWish, GroupFigures[] | Error>, wish: FigureWish): GroupFigures[] {
  const answer = answers.get(wish) ?? [];
  if (answer instanceof Error) throw answer;
  return answer;
}
