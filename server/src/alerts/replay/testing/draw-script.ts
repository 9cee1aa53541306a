import { Draw } from "./draw.js";

/** ScriptEntry is one operation of a script, as the format has it. */
export interface ScriptEntry {
  readonly t: number;
  readonly do: "fire" | "resolve" | "silence" | "expire";
  readonly labels?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly matchers?: readonly string[];
  readonly for?: number | string;
}

/** DrawnScript is a notification script without expectations. */
export interface DrawnScript {
  readonly id: string;
  readonly config: {
    readonly group_wait: string;
    readonly group_interval_s: number;
    readonly repeat_interval: number | string;
    readonly group_by: readonly string[];
    readonly inhibit_rules: readonly { source_matchers: string[]; target_matchers: string[]; equal: string[] }[];
  };
  readonly until_t: number;
  readonly script: readonly ScriptEntry[];
}

const INHIBITIONS: readonly [DrawnScript["config"]["inhibit_rules"], ...DrawnScript["config"]["inhibit_rules"][]] = [
  [],
  [],
  [{ source_matchers: ['severity="critical"'], target_matchers: ['severity="warning"'], equal: ["store"] }],
  [{ source_matchers: ['alertname=~"A|X"'], target_matchers: ["alertname=B"], equal: ["partner", "store"] }],
  [
    {
      source_matchers: ['severity=~"crit.*"'],
      target_matchers: ['severity!="critical"', 'store=~"s[12]"'],
      equal: ["nothing"],
    },
  ],
];

/** The end of every script: before an Alertmanager sweeps the groups that are empty. */
const UNTIL = 26;

/**
 * drawScript draws what fires, ends and is silenced when. Entries lie at whole seconds and ticks half way between, so that nothing depends on
 * what comes first; no repeat interval is a multiple of the group interval (5 of section 8.4).
 */
export function drawScript(random: () => number, id: string): DrawnScript {
  const draw = new Draw(random);
  const interval = draw.pick(3, 4, 5);
  const script: ScriptEntry[] = [];
  const labels = draw.list(draw.whole(1, 4), () => drawLabels(draw));
  const subject = () => draw.pick(...(labels as [Record<string, string>, ...Record<string, string>[]]));
  for (let t = 0; t < UNTIL - 6; t += draw.pick(0, 1, 1, 2, 3, 4)) {
    const kind = draw.whole(0, 11);
    if (kind < 5) script.push({ t, do: "fire", labels: subject() });
    else if (kind < 9) script.push({ t, do: "resolve", labels: subject() });
    else if (kind < 11)
      script.push({
        t,
        do: "silence",
        name: draw.pick("x", "y"),
        matchers: drawMatchers(draw, subject()),
        for: draw.pick<number | string>("60s", "1m30s", 5.25, "8250ms", 3.25),
      });
    else script.push({ t, do: "expire", name: draw.pick("x", "y", "z") });
  }
  return {
    id,
    config: {
      group_wait: draw.pick("1500ms", "2500ms"),
      group_interval_s: interval,
      repeat_interval: draw.pick<number | string>("10m", `${interval * 2 - 1}s`, interval * 3 - 1),
      group_by: draw.pick(["alertname"], ["alertname", "partner"], ["partner"], ["severity", "partner"], []),
      inhibit_rules: draw.pick(...INHIBITIONS),
    },
    until_t: UNTIL,
    script: draw.chance(0.3) ? [...script].reverse().sort(() => 0) : script,
  };
}

function drawLabels(draw: Draw): Record<string, string> {
  const severity = draw.pick("", "warning", "critical");
  return {
    alertname: draw.pick("A", "B"),
    partner: draw.pick("p1", "p1", "p2"),
    store: draw.pick("s1", "s2", "s3"),
    ...(severity === "" ? {} : { severity }),
  };
}

function drawMatchers(draw: Draw, { store = "", alertname = "" }: Record<string, string>): string[] {
  return draw.pick(
    [`store="${store}"`],
    [`store=~"${store}|s9"`, `alertname="${alertname}"`],
    [`alertname=${alertname}`],
    [`store!="${store}"`, 'alertname=~".+"'],
  );
}
