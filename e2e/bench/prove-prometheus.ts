import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareWithAlertmanager, compareWithPrometheus } from "@watchfloor/server/testing";

/** How large a case may be that is kept as a fixture, and how many are. */
const MAX_KEPT_LENGTH = 2_600;
const MAX_KEPT = 90;
const MAX_KEPT_SCRIPTS = 40;

/**
 * provePrometheus compares replays with Prometheus and Alertmanager as Debian ships them (2.42 and 0.25): drawn rules state by state, drawn scripts
 * notification by notification. Throws when anything differs that no rule of the product explains, or when a program is not installed. With a
 * directory, some cases are written there with what the programs said.
 */
export async function provePrometheus(
  given: { readonly cases: number; readonly scripts: number; readonly directory: string | undefined },
  random: () => number,
): Promise<string> {
  const rules = compareWithPrometheus(random, { cases: given.cases });
  if (rules === undefined) throw new Error(missing("promtool", "prometheus"));
  const notices = await compareWithAlertmanager(random, given.scripts);
  if (notices === undefined)
    throw new Error(missing("prometheus-alertmanager or alertmanager", "prometheus-alertmanager"));
  const differences = [...rules.differences, ...notices.differences];
  if (differences.length > 0)
    throw new Error(`prometheus: ${differences.length} differences\n${differences.slice(0, 20).join("\n")}`);
  if (given.directory !== undefined) keepCases(given.directory, rules.kept, notices.kept);
  const kinds = Object.entries(rules.byKind).map(([kind, count]) => `${kind} ${count}`);
  const reasons = Object.entries(notices.explained).map(([reason, count]) => `${reason}: ${count}`);
  return `prometheus: ${rules.cases} files (${kinds.join(", ")}), ${rules.refused} of which Prometheus itself refused, ${rules.instances} instances, ${rules.states} states equal; ${notices.scripts} scripts, ${notices.notifications} notifications of Alertmanager, ${notices.repeated} played again on a late machine, ${notices.equal} scripts equal, the others other on purpose (${reasons.join(", ")})`;
}

function missing(program: string, pack: string): string {
  return `prometheus: ${program} is not installed. Install it (Debian: apt-get install -y --no-install-recommends ${pack}), stop its service, and run again.`;
}

function keepCases(directory: string, cases: readonly unknown[], scripts: readonly unknown[]): void {
  const lines = cases.map((one) => JSON.stringify(one)).filter((line) => line.length <= MAX_KEPT_LENGTH);
  writeFileSync(join(directory, "prometheus-cases.ndjson"), `${lines.slice(0, MAX_KEPT).join("\n")}\n`);
  const played = scripts.slice(0, MAX_KEPT_SCRIPTS).map((one) => JSON.stringify(one));
  writeFileSync(join(directory, "alertmanager-scripts.ndjson"), `${played.join("\n")}\n`);
}
