import { z } from "zod";

/** Instants of notifications are compared this closely, in seconds of simulated time. */
const TOLERANCE_S = 0.75;
const LETTERS: Readonly<Record<string, string>> = { inactive: "i", pending: "p", firing: "f", recovering: "f" };

const run = z.object({ from: z.number(), to: z.number(), state: z.string() });
const states = z.object({
  alert: z.string(),
  labels: z.record(z.string(), z.string()),
  states: z.string().optional(),
  runs: z.array(run).optional(),
});
const notifications = z.array(z.object({ t: z.number(), status: z.string(), alerts: z.array(z.string()) }));

/** compareReplay says in words where a replayed file disagrees with what it expects; undefined where it expects nothing. */
export function compareReplay(replayed: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const { expected, actual, evaluation } = replayed;
  if (expected === undefined) return undefined;
  if ("script" in replayed) return compareNotifications(notifications.parse(expected), notifications.parse(actual));
  const interval = z.object({ interval_s: z.number() }).parse(evaluation).interval_s;
  const [wanted, got] = [expected, actual].map((side) => readStates(side, interval));
  return [...new Set([...(wanted?.keys() ?? []), ...(got?.keys() ?? [])])].flatMap((key) =>
    compareStates(key, wanted?.get(key) ?? "", got?.get(key) ?? ""),
  );
}

function readStates(side: unknown, interval: number): Map<string, string> {
  return new Map(
    z
      .array(states)
      .parse(side)
      .map(({ alert, labels, states: told, runs = [] }) => [
        `${alert} ${JSON.stringify(Object.entries(labels).sort())}`,
        told ?? runs.map(({ from, to, state }) => (LETTERS[state] ?? "?").repeat((to - from) / interval + 1)).join(""),
      ]),
  );
}

/** An instance that is not listed is inactive throughout. */
function compareStates(key: string, wanted: string, got: string): string[] {
  const length = Math.max(wanted.length, got.length);
  const [left, right] = [wanted.padEnd(length, "i"), got.padEnd(length, "i")];
  const at = [...left].findIndex((letter, place) => letter !== right[place]);
  return at < 0 ? [] : [`${key} is "${right[at] ?? ""}" at evaluation ${at}, expected "${left[at] ?? ""}"`];
}

type Notifications = z.infer<typeof notifications>;

function compareNotifications(expected: Notifications, actual: Notifications): string[] {
  const render = (list: Notifications) => list.map(({ status, alerts }) => `${status} ${[...alerts].sort().join(" ")}`);
  const [wanted, got] = [render(expected), render(actual)];
  const late = expected.findIndex(({ t }, place) => Math.abs(t - (actual[place]?.t ?? Infinity)) > TOLERANCE_S);
  const other = Array.from({ length: Math.max(wanted.length, got.length) }, (_, place) => place).find(
    (place) => wanted[place] !== got[place],
  );
  if (other !== undefined)
    return [`notification ${other} is "${got[other] ?? "none"}", expected "${wanted[other] ?? "none"}"`];
  return late < 0
    ? []
    : [`notification ${late} comes at ${actual[late]?.t ?? 0} s, expected at ${expected[late]?.t ?? 0} s`];
}
