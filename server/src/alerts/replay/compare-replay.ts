import { z } from "zod";
import { parseSeconds } from "./promql/parse-seconds.js";

/** Instants of notifications are compared this closely, in seconds of simulated time. */
const TOLERANCE_S = 0.75;
const LETTERS: Readonly<Record<string, string>> = { inactive: "i", pending: "p", firing: "f", recovering: "f" };

const run = z.object({ from: z.number(), to: z.number(), state: z.string() });
const states = z.object({
  alert: z.string(),
  labels: z.record(z.string(), z.string()),
  states: z.string().optional(),
  runs: z.array(run).optional(),
  transitions: z.array(z.object({ t: z.number(), from: z.string(), to: z.string() })).optional(),
});
const notifications = z.array(z.object({ t: z.number(), status: z.string(), alerts: z.array(z.string()) }));

/** compareReplay says in words where a replayed file disagrees with what it expects; undefined where it expects nothing. */
export function compareReplay(replayed: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const { expected, actual, evaluation } = replayed;
  if (expected === undefined) return undefined;
  if ("script" in replayed) return compareNotifications(notifications.parse(expected), notifications.parse(actual));
  const slots = readSlots(evaluation, actual);
  const [wanted, got] = [expected, actual].map((side) => readStates(side, slots));
  return [...new Set([...(wanted?.keys() ?? []), ...(got?.keys() ?? [])])].flatMap((key) =>
    compareStates(key, wanted?.get(key) ?? "", got?.get(key) ?? ""),
  );
}

interface Slots {
  readonly first: number;
  readonly interval: number;
  readonly count: number;
}

function readSlots(evaluation: unknown, actual: unknown): Slots {
  const seconds = z.union([z.number(), z.string().transform(parseSeconds)]);
  const told = z.object({ first_t: z.number().default(0), interval_s: seconds.default(60) }).parse(evaluation ?? {});
  const count = Math.max(
    0,
    ...z
      .array(states)
      .parse(actual)
      .map((instance) => instance.states?.length ?? 0),
  );
  return { first: told.first_t, interval: told.interval_s, count };
}

/** What is expected is told evaluation by evaluation, or by runs of equal states, or by what changes. */
function readStates(side: unknown, slots: Slots): Map<string, string> {
  return new Map(
    z
      .array(states)
      .parse(side)
      .map((instance) => [
        `${instance.alert} ${JSON.stringify(Object.entries(instance.labels).sort())}`,
        instance.states ?? readRuns(instance, slots),
      ]),
  );
}

function readRuns({ runs = [], transitions = [] }: z.infer<typeof states>, { first, interval, count }: Slots): string {
  const places = (from: number, to: number) => Math.max(Math.round((to - from) / interval), 0);
  if (runs.length > 0)
    return runs.map(({ from, to, state }) => (LETTERS[state] ?? "?").repeat(places(from, to) + 1)).join("");
  let told = "";
  for (const { t, from } of transitions) told = told.padEnd(places(first, t), LETTERS[from] ?? "?");
  return told.padEnd(count, LETTERS[transitions.at(-1)?.to ?? "inactive"] ?? "?");
}

/** An instance that is not listed is inactive throughout. */
function compareStates(key: string, wanted: string, got: string): string[] {
  const length = Math.max(wanted.length, got.length);
  const [left, right] = [wanted.padEnd(length, "i"), got.padEnd(length, "i")];
  const at = [...left].findIndex((letter, place) => letter !== right[place]);
  return at < 0 ? [] : [`${key} is "${right[at] ?? ""}" at evaluation ${at}, expected "${left[at] ?? ""}"`];
}

type Notifications = z.infer<typeof notifications>;

/** What comes at the same time may come in any order. */
function compareNotifications(expected: Notifications, actual: Notifications): string[] {
  const render = ({ status, alerts }: Notifications[number]) => `${status} ${[...alerts].sort().join(" ")}`;
  const left = [...actual];
  const missed = expected.filter((wanted) => {
    const place = left.findIndex((one) => render(one) === render(wanted) && Math.abs(one.t - wanted.t) <= TOLERANCE_S);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [
    ...missed.map((one) => `"${render(one)}" is expected at ${one.t} s and does not come`),
    ...left.map((one) => `"${render(one)}" comes at ${one.t} s and is not expected`),
  ];
}
