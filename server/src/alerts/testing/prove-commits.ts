import { parseAlertRule, type AlertRule } from "@watchfloor/dashboards";
import { migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import { buildScope } from "../../scope/scope.js";
import { judgeThreshold } from "../condition/judge-threshold.js";
import { RuleEvaluation, type DocumentStore } from "../evaluate/rule-evaluation.service.js";
import type { SlotVerdict } from "../evaluate/rule-judge.service.js";
import { IncidentRepository } from "../incidents/incident.repository.js";
import { TransitionRepository } from "../publish/transition.repository.js";
import { TransitionPublisher } from "../publish/transition-publisher.js";
import { HISTORY_ONLY, type CommittedTransition } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { checkHistory, type CheckedRun } from "./check-history.js";
import { Crashed, faultyDocuments, faultyPublish, type Faults } from "./faulty-parts.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const GROUPS = ["a", "b", "c"];
const CRASH_CHANCE = 0.04;
const STALL_CHANCE = 0.02;

/** CommitFinding is what many runs with crashes and stalls have shown. */
export interface CommitFinding {
  readonly seeds: number;
  readonly crashes: number;
  readonly stalls: number;
  /** Documents whose computed change was thrown away because another worker came first. */
  readonly lost: number;
  readonly transitions: number;
  /** The steps at which a worker crashed, with how often. */
  readonly steps: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

/** CommitProof is how much is proved. `isBroken` leaves out the comparison of compare-and-set, which must be found. */
export interface CommitProof {
  readonly seeds: number;
  readonly seed: number;
  readonly slots: number;
  readonly isBroken?: boolean;
  /** The chance that a worker stands still at a step; 0.02 unless told. */
  readonly stallChance?: number;
}

/**
 * proveCommits runs two workers over the same rules on a real database, kills each at every step of commit and publish and lets one stand still
 * while the other goes on. In every second run an evaluation that is repeated sees other data. History must be what an undisturbed worker
 * would have written (with the same data) and whole in any case: consecutive, each transition once, each taken by the sink, documents and incidents agreeing.
 */
export async function proveCommits(proof: CommitProof): Promise<CommitFinding> {
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  const total = { crashes: 0, stalls: 0, lost: 0, transitions: 0, steps: {} as Record<string, number> };
  const violations: string[] = [];
  for (let run = 0; run < proof.seeds; run += 1) {
    const ran = await runOnce(postgres, { ...proof, seed: proof.seed + run, isLate: run % 2 === 1 });
    total.crashes += ran.crashes;
    total.stalls += ran.stalls;
    total.lost += ran.lost;
    total.transitions += ran.checked.history.length;
    for (const [step, count] of Object.entries(ran.steps)) total.steps[step] = (total.steps[step] ?? 0) + count;
    violations.push(...checkHistory(ran.checked).map((violation) => `seed ${proof.seed + run}: ${violation}`));
  }
  await postgres.close();
  return { seeds: proof.seeds, ...total, violations };
}

type Run = CommitProof & { readonly isLate: boolean };

async function runOnce(postgres: Postgres, run: Run) {
  const random = mulberry(run.seed);
  const tenant = `t${run.seed}`;
  const rules = await saveRules(postgres, tenant);
  const accepted: CommittedTransition[] = [];
  const world = { now: T0, attempt: 0 };
  const faults = new DrawnFaults(random, run.stallChance ?? STALL_CHANCE);
  const values = drawValues(random, run.slots);
  const judge = {
    judgeMany: (_scope: unknown, asked: readonly AlertRule[], slotAt: number) => {
      world.attempt += 1;
      const noise = run.isLate ? mulberry(run.seed * 7 + world.attempt) : undefined;
      return Promise.resolve(asked.map((rule) => judgeDrawn(rule, values, slotAt, noise)));
    },
  };
  const documents = run.isBroken === true ? breakDocuments(postgres) : new AlertDocumentRepository(postgres);
  const publisher = new TransitionPublisher({ postgres, sink: HISTORY_ONLY, now: () => new Date(world.now) });
  const publish = (name: string, out: readonly CommittedTransition[]) => publisher.publish(name, out);
  const build = (given: Faults | undefined) =>
    new RuleEvaluation({
      ...{ rules: new AlertRuleRepository(postgres), judge, now: () => world.now },
      documents: given === undefined ? documents : faultyDocuments(documents, given),
      publish: faultyPublish({ publish, accepted }, given ?? { meet: () => Promise.resolve() }),
    });
  const scope = buildScope({ tenant, role: "administrator", subjectId: "proof" });
  // A rule begins with the slot of its first commit, so the first one is undisturbed: from there on nothing may be missing.
  world.now = T0 + 2 * MINUTE;
  await build(undefined).run(scope);
  const lost = await interleave({ world, faults, random, slots: run.slots, work: () => build(faults).run(scope) });
  // At last an undisturbed worker makes up for what is left.
  await build(undefined).run(scope);
  await build(undefined).run(scope);
  const checked: CheckedRun = {
    ...(await readRun(postgres, tenant, rules)),
    ...{ tenant, rules, accepted, slots: run.slots, firstSlotAt: T0 },
    expected: run.isLate ? undefined : (rule, slotAt) => judgeDrawn(rule, values, slotAt, undefined),
  };
  return { checked, crashes: faults.crashes, stalls: faults.stalls, steps: faults.steps, lost };
}

/** Time goes on slot by slot; one worker may stand still meanwhile, and goes on later with what it knew. */
async function interleave(given: {
  world: { now: number };
  faults: DrawnFaults;
  random: () => number;
  slots: number;
  work: () => Promise<{ lost: number }>;
}): Promise<number> {
  const { world, faults, random, slots, work } = given;
  let lost = 0;
  let stalled: Promise<void> | undefined;
  const attempt = async () => {
    try {
      lost += (await work()).lost;
    } catch (cause) {
      if (!(cause instanceof Crashed)) throw cause;
    }
  };
  for (let slot = 1; slot < slots; slot += 1) {
    world.now = T0 + slot * MINUTE + 2 * MINUTE;
    const running = attempt();
    await Promise.race([running, faults.whenStalled()]);
    if (faults.isStalled && stalled === undefined) stalled = running;
    else await running;
    if (stalled !== undefined && random() < 0.4) {
      await faults.goOn(stalled);
      stalled = undefined;
    }
  }
  await faults.goOn(stalled);
  return lost;
}

/** DrawnFaults draws what happens at each step; at most one worker stands still at a time. */
class DrawnFaults implements Faults {
  crashes = 0;
  stalls = 0;
  readonly steps: Record<string, number> = {};
  private letGo: (() => void) | undefined;
  private mayStall = true;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly random: () => number,
    private readonly stallChance: number,
  ) {}

  get isStalled(): boolean {
    return this.letGo !== undefined;
  }

  async meet(step: string): Promise<void> {
    const drawn = this.random();
    if (drawn < CRASH_CHANCE) {
      this.crashes += 1;
      this.steps[step] = (this.steps[step] ?? 0) + 1;
      throw new Crashed(step);
    }
    if (drawn > CRASH_CHANCE + this.stallChance || this.isStalled || !this.mayStall) return;
    this.stalls += 1;
    await new Promise<void>((resolve) => {
      this.letGo = resolve;
      for (const tell of this.waiting.splice(0)) tell();
    });
  }

  /** whenStalled resolves when a worker stands still. */
  whenStalled(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** goOn lets the worker that stands still go on to its end. */
  async goOn(stalled: Promise<void> | undefined): Promise<void> {
    this.mayStall = false;
    this.letGo?.();
    this.letGo = undefined;
    await stalled;
    this.mayStall = true;
  }
}

async function saveRules(postgres: Postgres, tenant: string): Promise<AlertRule[]> {
  const repository = new AlertRuleRepository(postgres);
  const rules = ["forSeconds: 0\nkeepFiringSeconds: 0", "forSeconds: 120\nkeepFiringSeconds: 120"].map((more, place) =>
    parseAlertRule(
      `id: rule-${place}\nkind: threshold\ntitle: R\nsummary: "{{value}}"\nmetric: failure_rate\ngroupBy: [client]\nnewGroupDelaySeconds: 0\nlevels: [{ severity: critical, threshold: 0.5 }]\n${more}`,
      ALERT_RULE_KNOWLEDGE,
    ),
  );
  for (const definition of rules) {
    const saved = { id: definition.id, definition, fingerprint: "", createdAt: new Date(T0), createdBy: "proof" };
    await repository.addVersion(tenant, saved, 0);
  }
  return rules;
}

/** Values that stay on one side for some slots, with gaps. */
function drawValues(random: () => number, slots: number): Map<string, (number | null)[]> {
  return new Map(
    GROUPS.map((group) => {
      let value: number | null = 0;
      const drawn = Array.from({ length: slots + 8 }, () => {
        if (random() < 0.35) value = random() < 0.1 ? null : random();
        return value;
      });
      return [group, drawn];
    }),
  );
}

function judgeDrawn(
  rule: AlertRule,
  values: ReadonlyMap<string, readonly (number | null)[]>,
  slotAt: number,
  noise: (() => number) | undefined,
): SlotVerdict {
  const slot = Math.round((slotAt - T0) / MINUTE);
  const condition = { op: ">" as const, threshold: 0.5 };
  const instances = [...values].map(([client, drawn]) => {
    const late = noise !== undefined && noise() < 0.3 ? noise() : undefined;
    const judgement = judgeThreshold(late ?? drawn[slot] ?? null, condition);
    return {
      labels: { client, severity: "critical" },
      severity: "critical" as const,
      threshold: 0.5,
      evidence: {},
      judgement,
    };
  });
  return {
    judgement: { instances: rule.isEnabled ? instances : [], judgeAbsent: () => ({ outcome: "missing", value: null }) },
  };
}

async function readRun(postgres: Postgres, tenant: string, rules: readonly AlertRule[]) {
  const documents = await new AlertDocumentRepository(postgres).getMany(
    tenant,
    rules.map(({ id }) => `rule:${id}`),
  );
  return { documents, ...(await readHistory(postgres, tenant)) };
}

/** What is written whatever was there before: the protocol without its one primitive. */
function breakDocuments(postgres: Postgres): DocumentStore {
  const documents = new AlertDocumentRepository(postgres);
  return {
    getMany: (tenant, keys) => documents.getMany(tenant, keys),
    async casMany(tenant, changes) {
      const found = await documents.getMany(
        tenant,
        changes.map(({ key }) => key),
      );
      await documents.casMany(
        tenant,
        changes.map((change) => ({ ...change, version: found.get(change.key)?.version ?? 0 })),
      );
      return new Set(changes.map(({ key }) => key));
    },
  };
}

/** mulberry is a small generator of numbers in [0, 1) that follow from a seed. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function readHistory(postgres: Postgres, tenant: string): Promise<Pick<CheckedRun, "history" | "incidents">> {
  const incidents = await new IncidentRepository(postgres).list(tenant, { limit: 10_000 });
  const history = await new TransitionRepository(postgres).listAll(tenant, 100_000);
  return { history, incidents };
}
