import { replayNotifications } from "./replay-notifications.js";
import { readScenario } from "./scenario-file.js";

type Entry = Record<string, unknown>;

const CONFIG = { group_wait_s: 2, group_interval_s: 4, repeat_interval: "10m", group_by: ["alertname"] };

/** Plays a script: "t status names" for each notification. */
function play(script: readonly Entry[], config: Entry = {}, until = 60): string[] {
  const file = readScenario({ config: { ...CONFIG, ...config }, until_t: until, script });
  if (file.kind !== "notifications") throw new Error("no script");
  return replayNotifications(file.script).map(({ t, status, alerts }) => `${t} ${status} ${alerts.join(" ")}`);
}

const s = (store: string, more: Entry = {}) => ({ labels: { alertname: "A", store, ...more } });
const fire = (t: number, store = "s1", more: Entry = {}) => ({ t, do: "fire", ...s(store, more) });
const resolve = (t: number, store = "s1", more: Entry = {}) => ({ t, do: "resolve", ...s(store, more) });
const silence = (t: number, seconds: number, matchers = ['store="s1"']) => ({
  t,
  do: "silence",
  name: "x",
  matchers,
  for: `${seconds}s`,
});

describe("notification groups in simulated time", () => {
  it("announce nothing that fired and ended within group_wait", () => {
    expect(play([fire(0), resolve(1)])).toEqual([]);
  });

  it("say nothing about an end and a new beginning between two ticks, and the end of the new one once", () => {
    expect(play([fire(0), fire(0, "s2"), resolve(3), fire(4), resolve(9)])).toEqual([
      "2 firing A/s1:firing A/s2:firing",
      "10 firing A/s1:resolved A/s2:firing",
    ]);
  });

  it("wait group_wait again after everything ended", () => {
    expect(play([fire(0), resolve(7), fire(11), resolve(15)])).toEqual([
      "2 firing A/s1:firing",
      "9 resolved A/s1:resolved",
      "13 firing A/s1:firing",
      "17 resolved A/s1:resolved",
    ]);
  });

  it("hurry for what is critical, not for anything else", () => {
    expect(play([fire(0), fire(2.5, "s2", { severity: "critical" })], { group_interval_s: 60 }, 30)).toEqual([
      "2 firing A/s1:firing",
      "4.5 firing A/s1:firing A/s2:firing",
    ]);
    expect(play([fire(0), fire(2.5, "s2")], { group_interval_s: 60 }, 30)).toEqual(["2 firing A/s1:firing"]);
  });

  it("repeat by ticks: one that is not on the grid is rounded up", () => {
    expect(play([fire(0)], { repeat_interval: 9 }, 40)).toEqual([2, 14, 26, 38].map((t) => `${t} firing A/s1:firing`));
    expect(play([fire(0)], { repeat_interval: "8s" }, 20)).toEqual([2, 10, 18].map((t) => `${t} firing A/s1:firing`));
  });

  it("tell the end of what was told also under a silence, and of nothing else", () => {
    expect(play([fire(0), silence(4, 60), resolve(5)])).toEqual(["2 firing A/s1:firing", "6 resolved A/s1:resolved"]);
    expect(play([silence(0, 60), fire(1), resolve(5)])).toEqual([]);
  });

  it("announce at the next tick what was silenced from the start, and a new incident as news", () => {
    expect(play([silence(0, 12), fire(0)], {}, 20)).toEqual(["14 firing A/s1:firing"]);
    expect(play([silence(0, 60), fire(0), { t: 11, do: "expire", name: "x" }], {}, 20)).toEqual([
      "14 firing A/s1:firing",
    ]);
    expect(play([fire(0), silence(4, 60), resolve(5), { t: 15, do: "expire", name: "x" }, fire(20)], {}, 30)).toEqual([
      "2 firing A/s1:firing",
      "6 resolved A/s1:resolved",
      "22 firing A/s1:firing",
    ]);
  });

  it("hold targets back while their source fires, tell their end if they were told, and announce them when the source ends", () => {
    const rules = [
      { source_matchers: ['severity="critical"'], target_matchers: ["severity=warning"], equal: ["store"] },
    ];
    const [critical, warning] = [{ severity: "critical" }, { severity: "warning" }];
    const config = { inhibit_rules: rules, group_by: ["severity"] };
    expect(play([fire(0, "s1", critical), fire(0, "s1", warning), resolve(9, "s1", critical)], config, 20)).toEqual([
      "2 firing A/s1:firing",
      "10 resolved A/s1:resolved",
      "10 firing A/s1:firing",
    ]);
    expect(play([fire(0, "s2", warning), fire(3, "s1", critical)], config, 8)).toEqual([
      "2 firing A/s2:firing",
      "5 firing A/s1:firing",
    ]);
    expect(play([fire(0, "s1", warning), fire(3, "s1", critical), resolve(8, "s1", warning)], config, 16)).toEqual([
      "2 firing A/s1:firing",
      "5 firing A/s1:firing",
      "10 resolved A/s1:resolved",
    ]);
  });

  it("go on after a restart as if nothing had happened", () => {
    const script = [fire(0), fire(3, "s2"), resolve(8), resolve(21, "s2")];
    const restarts = [1, 2.5, 5, 8.5, 20].map((t) => ({ t, do: "restart" }));
    expect(play([...script, ...restarts])).toEqual(play(script));
  });

  it.each([
    ["one text", '{store="s1", alertname=~"A|B"}'],
    ["texts without quotes", ["store=s1"]],
    [
      "objects",
      [
        { name: "store", value: "s[19]", isRegex: true },
        { name: "alertname", value: "B", isEqual: false },
      ],
    ],
    ["labels", { store: "s1" }],
    ["a regular expression with a comma", ['store=~"s1{1,2}"']],
    ["flags of RE2", ['store=~"(?i)S1"']],
  ])("read matchers written as %s", (_, matchers) => {
    expect(play([{ t: 0, do: "silence", name: "x", matchers, for: "1m" }, fire(1), fire(1, "s2")], {}, 20)).toEqual([
      "3 firing A/s2:firing",
    ]);
  });

  it("keep a silence when another of its name is made, and expire both", () => {
    const made = [silence(0, 60), { ...silence(1, 60), matchers: ['store="s2"'] }, fire(1), fire(1, "s2")];
    expect(play(made, {}, 20)).toEqual([]);
    expect(play([...made, { t: 5, do: "expire", name: "x" }, { t: 5, do: "expire", name: "z" }], {}, 20)).toEqual([
      "7 firing A/s1:firing A/s2:firing",
    ]);
  });

  it("read durations as text, and times too", () => {
    const config = { group_wait_s: "1500ms", group_interval_s: "1m30s", group_by: "alertname" };
    expect(play([{ ...fire(0), t: "1s" }, fire(3, "s2")], config, 100)).toEqual([
      "2.5 firing A/s1:firing",
      "92.5 firing A/s1:firing A/s2:firing",
    ]);
  });

  it("take entries in any order, and a fire or resolve that says nothing new", () => {
    const script = [fire(0), fire(1), resolve(8), resolve(9), resolve(3, "s9")];
    expect(play([...script].reverse())).toEqual(["2 firing A/s1:firing", "10 resolved A/s1:resolved"]);
  });
});
