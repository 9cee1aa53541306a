import { readScenario } from "../scenario-file.js";
import { replayRules } from "../replay-rules.js";
import type { ReplayedInstance } from "../rule-run.js";
import { askPromtool } from "./ask-promtool.js";
import { drawScenario, type DrawnScenario } from "./draw-scenario.js";

/** PrometheusFinding counts what was compared, and names what differed. */
export interface PrometheusFinding {
  readonly cases: number;
  /** Cases that Prometheus itself could not evaluate. */
  readonly refused: number;
  readonly instances: number;
  readonly states: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
  /** The cases in which something fired, with what Prometheus said. */
  readonly kept: readonly { readonly scenario: DrawnScenario; readonly states: Readonly<Record<string, string>> }[];
}

const BATCH = 40;

/** compareWithPrometheus draws scenarios, has both evaluate them, and compares state by state; undefined where promtool is not installed. */
export function compareWithPrometheus(
  random: () => number,
  given: { readonly cases: number },
): PrometheusFinding | undefined {
  const finding = {
    cases: 0,
    refused: 0,
    instances: 0,
    states: 0,
    byKind: {} as Record<string, number>,
    differences: [] as string[],
    kept: [] as PrometheusFinding["kept"][number][],
  };
  while (finding.cases < given.cases) {
    const first = finding.cases;
    const size = Math.min(BATCH, given.cases - first);
    const scenarios = Array.from({ length: size }, (_, place) => drawScenario(random, `case-${first + place}`));
    const answers = askPromtool(scenarios);
    if (answers === undefined) return undefined;
    for (const [place, scenario] of scenarios.entries()) {
      const answer = answers[place] ?? "no answer";
      finding.cases += 1;
      if (typeof answer === "string") {
        finding.refused += 1;
        if (!/err: |error|many-to-many|duplicate|same labelset/.test(answer))
          finding.differences.push(`${scenario.file.id} ${answer}`);
        finding.differences.push(...compareFailed(scenario));
        continue;
      }
      finding.byKind[scenario.file.kind] = (finding.byKind[scenario.file.kind] ?? 0) + 1;
      finding.instances += answer.size;
      finding.states += [...answer.values()].reduce((sum, states) => sum + states.length, 0);
      finding.differences.push(...compareCase(scenario, answer));
      if ([...answer.values()].some((states) => states.includes("f")))
        finding.kept.push({ scenario, states: Object.fromEntries(answer) });
    }
  }
  return finding;
}

/** What Prometheus reads and cannot answer at some instant must be read here too: the evaluation fails, the file does not. */
function compareFailed({ file }: DrawnScenario): string[] {
  try {
    const read = readScenario(file);
    if (read.kind === "rules") replayRules(read.scenario);
    return [];
  } catch (cause) {
    return [`${file.id} (${file.kind}) is refused: ${String(cause)}`];
  }
}

/** compareCase says where a replay of a scenario differs from what Prometheus said. */
export function compareCase({ file, oracles }: DrawnScenario, answer: ReadonlyMap<string, string>): string[] {
  const read = readScenario(file);
  if (read.kind !== "rules") return ["no rules"];
  let replayed;
  try {
    replayed = replayRules(read.scenario);
  } catch (cause) {
    return [`${file.id} ${String(cause)}`];
  }
  const { ours, left } = listTold(replayed.instances);
  const idle = "i".repeat(file.evaluation.count);
  const keys = [...new Set([...ours.keys(), ...answer.keys()])];
  const wrong = keys.filter(
    (key) => !left.has(key.split(" ")[0] ?? "") && (ours.get(key) ?? idle) !== (answer.get(key) ?? idle),
  );
  const words = wrong.map((key) => {
    const place = file.rules.findIndex(({ alert }) => key.startsWith(`${String(alert)} `));
    return `${file.id} (${file.kind}) ${key}\n  replay     ${ours.get(key) ?? idle}\n  Prometheus ${answer.get(key) ?? idle}\n  ${String(file.rules[place]?.["expr"])}\n  ${oracles[place] ?? ""}`;
  });
  return [...words, ...replayed.notes.map((note) => `${file.id} (${file.kind}) note: ${note}`)];
}

/** An instance with a label `alertstate` is left out: in the answers of Prometheus its state has taken the place of the label. */
function listTold(instances: readonly ReplayedInstance[]): { ours: Map<string, string>; left: Set<string> } {
  const left = new Set(instances.filter(({ labels }) => "alertstate" in labels).map(({ alert }) => alert));
  const render = ({ alert, labels }: ReplayedInstance) => `${alert} ${JSON.stringify(Object.entries(labels).sort())}`;
  return { ours: new Map(instances.map((instance) => [render(instance), instance.states])), left };
}
