import { replayNotifications, type ReplayedNotification } from "../replay-notifications.js";
import { readScenario } from "../scenario-file.js";
import { askAlertmanager } from "./ask-alertmanager.js";
import { drawScript, type DrawnScript } from "./draw-script.js";
import { DEVIATIONS, followScript, type Deviation } from "./follow-script.js";

/** AlertmanagerFinding counts what was compared; `explained` says how many scripts differ on purpose, by the rules that make the difference. */
export interface AlertmanagerFinding {
  readonly scripts: number;
  readonly notifications: number;
  readonly equal: number;
  /** Scripts that were played again, because the machine was late. */
  readonly repeated: number;
  readonly explained: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
  /** The scripts with what Alertmanager sent. */
  readonly kept: readonly PlayedScript[];
}

/** PlayedScript is a script with what Alertmanager sent of it. */
export interface PlayedScript {
  readonly script: DrawnScript;
  readonly told: readonly ReplayedNotification[];
}

/** compareWithAlertmanager plays drawn scripts to a real Alertmanager and to the replay; undefined where none is installed. */
export async function compareWithAlertmanager(
  random: () => number,
  scripts: number,
): Promise<AlertmanagerFinding | undefined> {
  const drawn = Array.from({ length: scripts }, (_, place) => drawScript(random, `script-${place}`));
  const told = await askAlertmanager(drawn, random);
  if (told === undefined) return undefined;
  const { repeated } = await repeatDisturbed(drawn, told, random);
  const explained: Record<string, number> = {};
  const differences: string[] = [];
  let equal = 0;
  for (const [place, script] of drawn.entries()) {
    const real = told[place] ?? [];
    differences.push(...compareReal(script, real));
    differences.push(...compareReplayed(script));
    const reasons = explain(script);
    if (reasons.length === 0) equal += 1;
    else explained[reasons.join(" + ")] = (explained[reasons.join(" + ")] ?? 0) + 1;
  }
  return {
    scripts,
    notifications: told.flat().length,
    equal,
    repeated,
    explained,
    differences,
    kept: drawn.map((script, place) => ({ script, told: told[place] ?? [] })),
  };
}

/** How often a script is played at most; who is late once need not be late again. */
const ROUNDS = 4;

/** Alertmanager runs in real time: what comes out other than known may come from a machine that was busy, and is played again. */
async function repeatDisturbed(
  drawn: readonly DrawnScript[],
  told: ReplayedNotification[][],
  random: () => number,
): Promise<{ repeated: number }> {
  let repeated = 0;
  for (let round = 1; round < ROUNDS; round += 1) {
    const again = [...drawn.entries()].filter(([place, script]) => compareReal(script, told[place] ?? []).length > 0);
    if (again.length === 0) break;
    const scripts = again.map(([, script]) => script);
    const answers = await askAlertmanager(scripts, random);
    repeated += scripts.length;
    for (const [at, [place]] of again.entries()) told[place] = answers?.[at] ?? [];
  }
  return { repeated };
}

/** compareReal says where what Alertmanager sent differs from what is known of it. */
export function compareReal(script: DrawnScript, real: readonly ReplayedNotification[]): string[] {
  return compare(script, "Alertmanager and what is known of it", real, followScript(script, new Set()));
}

/** compareReplayed says where the replay of a script differs from what the product promises, reckoned a second time. */
export function compareReplayed(script: DrawnScript): string[] {
  const file = readScenario(script);
  if (file.kind !== "notifications") return ["no script"];
  return compare(
    script,
    "The replay and what is promised",
    replayNotifications(file.script),
    followScript(script, new Set(DEVIATIONS)),
  );
}

/** The fewest deviations that turn what Alertmanager does into what the product does. */
function explain(script: DrawnScript): Deviation[] {
  const wanted = render(followScript(script, new Set(DEVIATIONS)));
  const sets = Array.from({ length: 2 ** DEVIATIONS.length }, (_, bits) =>
    DEVIATIONS.filter((_one, at) => (bits >> at) % 2 === 1),
  );
  sets.sort((left, right) => left.length - right.length);
  return sets.find((set) => render(followScript(script, new Set(set))) === wanted) ?? [...DEVIATIONS];
}

/** Alertmanager runs in real time, on a machine that does other things too. */
const TOLERANCE_S = 0.75;

function render(list: readonly ReplayedNotification[]): string {
  return sortByGroup(list)
    .map(({ t, status, group, alerts }) => `${t.toFixed(1)} ${status} {${group}} ${alerts.join(" ")}`)
    .join("\n");
}

function sortByGroup(list: readonly ReplayedNotification[]): ReplayedNotification[] {
  return [...list].sort((left, right) =>
    left.group === right.group ? left.t - right.t : left.group < right.group ? -1 : 1,
  );
}

function compare(
  script: DrawnScript,
  who: string,
  one: readonly ReplayedNotification[],
  other: readonly ReplayedNotification[],
): string[] {
  const [left, right] = [sortByGroup(one), sortByGroup(other)];
  const isSame = left.every((mine, place) => {
    const theirs = right[place];
    if (theirs === undefined || Math.abs(mine.t - theirs.t) > TOLERANCE_S) return false;
    return mine.group === theirs.group && mine.status === theirs.status && mine.alerts.join() === theirs.alerts.join();
  });
  if (isSame && left.length === right.length) return [];
  return [`${script.id}: ${who} differ\n${render(one)}\n---\n${render(other)}\n${JSON.stringify(script)}`];
}
