import { expectationRuleSchema } from "@watchfloor/dashboards";
import {
  listExpectationRules,
  listSequencePolicies,
  renderFailure,
  type OutOfSequencePolicy,
  type Postgres,
  type StoredExpectationRule,
} from "@watchfloor/sql";
import type { Logger } from "pino";
import type { DeclaredRules } from "../declared-rules.js";
import type { RuleMatcher, RuleSide, TimedRule } from "./timed-rule.js";

/** A changed rule is in force a minute after it was stored, so every replica has read it six times by then. */
const REFRESH_MS = 10_000;
const NONE: readonly RuleMatcher[] = [];

/** RuleBook knows what every tenant declared, and reads it again every few seconds. */
export class RuleBook implements DeclaredRules {
  #matchers = new Map<string, RuleMatcher[]>();
  #policies = new Map<string, OutOfSequencePolicy>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly postgres: Postgres,
    private readonly logger: Logger,
  ) {}

  /** open reads the rules; rejects when they cannot be read, because events must not pass without them. */
  async open(): Promise<void> {
    await this.#read();
    this.#timer = setInterval(() => {
      this.#read().catch((cause: unknown) =>
        this.logger.warn({ cause: renderFailure(cause) }, "declared rules not read, those known stay in force"),
      );
    }, REFRESH_MS);
    this.#timer.unref();
  }

  /** refresh reads the rules now, for work that must not miss one that was just declared; rejects when they cannot be read. */
  refresh(): Promise<void> {
    return this.#read();
  }

  findMatchers(tenant: string, kind: string): readonly RuleMatcher[] {
    return this.#matchers.get(`${tenant}\0${kind}`) ?? NONE;
  }

  findPolicy(tenant: string, client: string, workflow: string): OutOfSequencePolicy | undefined {
    return this.#policies.get(`${tenant}\0${client}\0${workflow}`);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #read(): Promise<void> {
    const stored = await listExpectationRules(this.postgres);
    const policies = await listSequencePolicies(this.postgres);
    const matchers = new Map<string, RuleMatcher[]>();
    for (const [tenant, rules] of groupByRule(stored))
      for (const timed of this.#readVersions(rules)) addMatchers(matchers, tenant, timed);
    this.#matchers = matchers;
    this.#policies = new Map(
      policies.map(({ tenant, client, workflow, policy }) => [`${tenant}\0${client}\0${workflow}`, policy]),
    );
  }

  /** A version that cannot be read is left out with a message, and the one before it stays in force. */
  #readVersions(versions: readonly StoredExpectationRule[]): TimedRule[] {
    const timed: TimedRule[] = [];
    for (const { id, version, effectiveFrom, definition } of versions) {
      const parsed = expectationRuleSchema.safeParse(definition);
      if (!parsed.success) {
        this.logger.error({ rule: id, version }, "an expectation rule cannot be read: store it again");
        continue;
      }
      const before = timed.pop();
      if (before !== undefined) timed.push({ ...before, toMs: effectiveFrom.getTime() });
      timed.push({ rule: parsed.data, fromMs: effectiveFrom.getTime(), toMs: Infinity });
    }
    return timed;
  }
}

function groupByRule(stored: readonly StoredExpectationRule[]): [tenant: string, versions: StoredExpectationRule[]][] {
  const groups = new Map<string, StoredExpectationRule[]>();
  for (const row of stored) {
    const key = `${row.tenant}\0${row.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((versions) => [versions[0]?.tenant ?? "", versions]);
}

function addMatchers(matchers: Map<string, RuleMatcher[]>, tenant: string, timed: TimedRule): void {
  const { rule } = timed;
  if (!rule.isEnabled) return;
  const sides: [RuleSide, typeof rule.when | undefined][] = [
    ["expect", rule.when],
    ["answer", rule.expect],
    ["cancel", rule.cancel],
  ];
  for (const [side, patterns] of sides)
    for (const pattern of patterns ?? [])
      for (const kind of new Set(pattern.kind)) {
        const key = `${tenant}\0${kind}`;
        const known = matchers.get(key);
        const matcher = { ...timed, side, pattern };
        if (known === undefined) matchers.set(key, [matcher]);
        else known.push(matcher);
      }
}
