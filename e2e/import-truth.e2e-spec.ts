import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually, getData, signIn } from "./support/ask.js";
import { checkProcess, readProcessTruth, VARIANTS, type ProcessAnswer } from "./support/process-truth.js";
import { ADMIN, startInstance, type Instance } from "./support/start-instance.js";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DATA = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const DAY = 86_400;
const HOUR = 3_600;

interface Metric {
  readonly metric: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly series:
    readonly { at: string; value: number | null; numerator: number | null; denominator: number | null }[] | null;
}
interface Group {
  readonly key: readonly { dimension: string; id: string | null }[];
  readonly values: readonly Metric[];
}
interface Figures {
  readonly pct_on_time?: number;
  readonly lines?: number;
  readonly line_value_usd?: number;
  readonly cases?: number;
  readonly pct_made_sla?: number;
  readonly late_days?: Percentiles;
  readonly po_to_delivered_days?: Percentiles;
  readonly resolve_hours?: Percentiles;
  readonly close_hours?: Percentiles;
  readonly on_time?: number;
  readonly made_sla_final_true?: number;
  readonly reopened_cases?: number;
  readonly reassigned_ge3?: number;
}
interface Percentiles {
  readonly n: number;
  readonly p50_cont?: number;
  readonly p95_cont?: number;
  readonly p99_cont?: number;
}
interface Truth {
  readonly overall: Figures;
  readonly daily: readonly { readonly day: string; readonly opened: number; readonly resolved: number }[];
  readonly groups: ReadonlyMap<string, readonly [string, Figures][]>;
}

const METRICS = `query ($query: MetricQueryInput!) {
  metrics(query: $query) { groups { key { dimension id } values { metric value numerator denominator series { at value numerator denominator } } } }
}`;

function readTruth(set: string): Truth {
  const truth: Record<string, Record<string, Figures>> & Pick<Truth, "overall" | "daily"> = JSON.parse(
    readFileSync(`${DATA}${set}/truth.json`, "utf8"),
  );
  return {
    overall: truth.overall,
    daily: truth.daily,
    groups: new Map(Object.entries(truth).map(([name, groups]) => [name, Object.entries(groups)])),
  };
}

const percent = (value: number | null | undefined) =>
  value === null || value === undefined ? undefined : Number((100 * value).toFixed(4));

async function importFile(
  instance: Instance,
  file: string,
  mapping: string,
): Promise<{ code: number; output: string }> {
  const command = [
    "ingestion/dist/import.js",
    `${DATA}${file}`,
    "--map",
    `dashboards/mappings/${mapping}.mapping.yaml`,
  ];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], WATCHFLOOR_DATA: instance.dataDirectory },
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr.on("data", (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, output };
}

if (existsSync(DATA))
  describe("the figures of real data, imported into a running installation and asked through GraphQL", checkFigures);
else {
  process.stderr.write(
    "ATTENTION: ../shared/data is absent: the figures of the real data sets are NOT checked through GraphQL.\n",
  );
  it("explains what an import needs", async () => {
    const child = spawn(process.execPath, ["ingestion/dist/import.js", "nothing.csv"], { cwd: ROOT });
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(1);
  });
}

function checkFigures(): void {
  let instance: Instance;
  let token: string;
  const ask = async (query: Record<string, unknown>): Promise<readonly Group[]> =>
    (await getData<{ metrics: { groups: readonly Group[] } }>(instance.url, token, METRICS, { query })).metrics.groups;
  const valueOf = (group: Group | undefined, metric: string) => group?.values.find((value) => value.metric === metric);
  const idOf = (group: Group) =>
    group.key.find(({ dimension }) => dimension !== "CURRENCY" && dimension !== "MEASURE")?.id ?? "?";

  beforeAll(async () => {
    instance = await startInstance();
    token = await signIn(instance.url, ADMIN);
  }, 90_000);
  afterAll(async () => {
    await instance.stop();
    instance.remove();
  });

  describe("order lines", () => {
    const truth = readTruth("scms");
    const range = {
      from: "2005-01-01T00:00:00Z",
      to: "2017-01-01T00:00:00Z",
      timeZone: "UTC",
      filter: { clients: ["scms"], workflows: ["order-delivery"] },
    };
    const FIGURES = [
      "on_time_rate",
      "runs_finished",
      "lateness_p50",
      "lateness_p95",
      "duration_p50",
      "duration_p95",
      "duration_p99",
    ];

    beforeAll(async () => {
      const { code, output } = await importFile(instance, "scms/SCMS_Delivery_History_Dataset.csv.gz", "scms");
      expect([code, output]).toEqual([0, expect.stringContaining("5 dirty rows imported: delivered before ordered")]);
      const query = { metrics: ["runs_finished"], ...range };
      await eventually(
        async () => valueOf((await ask(query))[0], "runs_finished")?.value,
        (count) => count === 10_324,
        60_000,
      );
    }, 120_000);

    function check(group: Group | undefined, expected: Figures | undefined): void {
      expect(percent(valueOf(group, "on_time_rate")?.value)).toBe(expected?.pct_on_time);
      expect(valueOf(group, "runs_finished")?.value).toBe(expected?.lines);
      const pairs: [string, number | undefined][] = [
        ["lateness_p50", expected?.late_days?.p50_cont],
        ["lateness_p95", expected?.late_days?.p95_cont],
        ["duration_p50", expected?.po_to_delivered_days?.p50_cont],
        ["duration_p95", expected?.po_to_delivered_days?.p95_cont],
        ["duration_p99", expected?.po_to_delivered_days?.p99_cont],
      ];
      for (const [metric, days] of pairs) {
        const value = valueOf(group, metric)?.value ?? undefined;
        if (days === undefined) expect([metric, value]).toEqual([metric, undefined]);
        else expect(Math.abs((value ?? Number.NaN) / DAY - days)).toBeLessThanOrEqual(0.01);
      }
    }

    it("in all", async () => {
      check((await ask({ metrics: FIGURES, ...range }))[0], truth.overall);
    });

    it.each([
      ["by_fulfil_via", { groupBy: ["CHANNEL"] }],
      ["by_vendor_top20", { groupBy: ["PARTNER"], limit: 500 }],
      ["by_shipment_mode", { groupByAttributes: ["shipmentMode"] }],
      ["by_country", { groupByAttributes: ["country"], limit: 500 }],
      ["by_product_group", { groupByAttributes: ["productGroup"] }],
    ])("%s", async (name, grouping) => {
      const groups = new Map(
        (await ask({ metrics: FIGURES, ...range, ...grouping })).map((group) => [idOf(group), group]),
      );
      expect(truth.groups.get(name)?.length).toBeGreaterThan(1);
      for (const [id, expected] of truth.groups.get(name) ?? []) check(groups.get(id), expected);
    });

    it.each([
      ["by_scheduled_month", "MONTH", 115],
      ["by_scheduled_year", "YEAR", 10],
    ])("%s: lines due, on time and their share", async (name, granularity, count) => {
      const [group] = await ask({ metrics: ["on_time_rate"], granularity, ...range });
      const points = new Map((valueOf(group, "on_time_rate")?.series ?? []).map((point) => [point.at, point]));
      const expected = truth.groups.get(name) ?? [];
      expect(expected).toHaveLength(count);
      for (const [period, { pct_on_time, on_time, lines }] of expected) {
        const point = points.get(`${period}${"-01-01".slice(period.length - 4)}T00:00:00.000Z`);
        expect([period, percent(point?.value), point?.numerator, point?.denominator]).toEqual([
          ...[period, pct_on_time, on_time, lines],
        ]);
      }
    });

    it("the value of the lines, in all and by channel", async () => {
      const query = { metrics: ["measure_sum"], ...range, filter: { clients: ["scms"], measures: ["order.value"] } };
      const sums = await ask({ ...query, groupBy: ["MEASURE", "CURRENCY"] });
      expect(valueOf(sums[0], "measure_sum")?.value).toBeCloseTo(truth.overall.line_value_usd ?? Number.NaN, 2);
      const byChannel = await ask({ ...query, groupBy: ["MEASURE", "CURRENCY", "CHANNEL"] });
      for (const group of byChannel) {
        const channel = group.key.find(({ dimension }) => dimension === "CHANNEL")?.id ?? "";
        expect(valueOf(group, "measure_sum")?.value).toBeCloseTo(
          new Map(truth.groups.get("by_fulfil_via")).get(channel)?.line_value_usd ?? Number.NaN,
          2,
        );
      }
      expect(byChannel).toHaveLength(2);
    });

    it("stays the same when the file is imported again", async () => {
      const { code } = await importFile(instance, "scms/SCMS_Delivery_History_Dataset.csv.gz", "scms");
      expect(code).toBe(0);
      check((await ask({ metrics: FIGURES, ...range }))[0], truth.overall);
    }, 120_000);
  });

  describe("incidents", () => {
    const truth = readTruth("incident-sample");
    const range = { from: "2016-01-01T00:00:00Z", to: "2018-01-01T00:00:00Z", timeZone: "UTC" };
    const inWorkflow = (workflow: string) => ({
      ...range,
      filter: { clients: ["incident-log"], workflows: [workflow] },
    });

    beforeAll(async () => {
      const { code } = await importFile(instance, "incident-sample/incident_event_log_5000.csv.gz", "incident-log");
      expect(code).toBe(0);
      const query = { metrics: ["runs_finished"], ...range, filter: { clients: ["incident-log"] } };
      await eventually(
        async () => valueOf((await ask(query))[0], "runs_finished")?.value,
        (count) => count === 9_778,
        60_000,
      );
    }, 120_000);

    function checkHours(group: Group | undefined, expected: Percentiles | undefined): void {
      expect(valueOf(group, "runs_finished")?.value ?? 0).toBe(expected?.n);
      for (const share of ["p50", "p95", "p99"] as const) {
        const hours = (valueOf(group, `duration_${share}`)?.value ?? Number.NaN) / HOUR;
        expect(Math.abs(hours - (expected?.[`${share}_cont`] ?? Number.NaN))).toBeLessThanOrEqual(0.01);
      }
    }

    it("promise and durations, in all", async () => {
      const overall = truth.overall;
      const [closed] = await ask({
        metrics: ["sla_attainment", "runs_finished", "duration_p50", "duration_p95", "duration_p99"],
        ...inWorkflow("incident"),
      });
      const [resolved] = await ask({
        metrics: ["runs_finished", "duration_p50", "duration_p95", "duration_p99"],
        ...inWorkflow("incident-resolution"),
      });
      expect(percent(valueOf(closed, "sla_attainment")?.value)).toBe(overall?.pct_made_sla);
      expect(valueOf(closed, "sla_attainment")).toMatchObject({ numerator: 1_075, denominator: 5_000 });
      checkHours(closed, overall?.close_hours);
      checkHours(resolved, overall?.resolve_hours);
    });

    it.each([
      ["by_priority_last_row", "priority"],
      ["by_category_last_row_top15", "category"],
      ["by_assignment_group_last_row_top20", "assignment_group"],
      ["by_contact_type", "contact_type"],
    ])("%s", async (name, attribute) => {
      const grouping = { groupByAttributes: [attribute], limit: 500 };
      const closed = new Map(
        (
          await ask({
            metrics: ["sla_attainment", "runs_finished", "duration_p50", "duration_p95", "duration_p99"],
            ...inWorkflow("incident"),
            ...grouping,
          })
        ).map((group) => [idOf(group), group]),
      );
      const resolved = new Map(
        (
          await ask({
            metrics: ["runs_finished", "duration_p50", "duration_p95", "duration_p99"],
            ...inWorkflow("incident-resolution"),
            ...grouping,
          })
        ).map((group) => [idOf(group), group]),
      );
      expect(truth.groups.get(name)?.length).toBeGreaterThan(1);
      for (const [id, expected] of truth.groups.get(name) ?? []) {
        const { value, numerator } = valueOf(closed.get(id), "sla_attainment") ?? { value: null, numerator: null };
        expect([id, percent(value), numerator]).toEqual([id, expected.pct_made_sla, expected.made_sla_final_true]);
        checkHours(closed.get(id), expected.close_hours);
        if ((expected.resolve_hours?.n ?? 0) > 0) checkHours(resolved.get(id), expected.resolve_hours);
      }
    });

    it("reopened and reassigned incidents, in all", async () => {
      const { overall } = truth;
      const expected = { reopened: overall.reopened_cases, reassigned: overall.reassigned_ge3 };
      expect(await countExceptions([])).toEqual(new Map([["", expected]]));
    });

    /** By the value of an attribute, '' where none is asked for. */
    async function countExceptions(groupByAttributes: readonly string[]) {
      const groups = await ask({
        metrics: ["exceptions_raised"],
        groupBy: ["EXCEPTION_CLASS"],
        ...{ ...range, groupByAttributes, limit: 1_000, filter: { clients: ["incident-log"] } },
      });
      const counts = new Map<string, Record<string, number | null | undefined>>();
      for (const group of groups) {
        const name = group.key.find(({ dimension }) => dimension === "EXCEPTION_CLASS")?.id ?? "";
        const id = group.key.find(({ dimension }) => groupByAttributes.includes(dimension))?.id ?? "";
        counts.set(id, { ...counts.get(id), [name]: valueOf(group, "exceptions_raised")?.value });
      }
      return counts;
    }

    it.each([
      ["by_priority_last_row", "priority"],
      ["by_category_last_row_top15", "category"],
      ["by_assignment_group_last_row_top20", "assignment_group"],
      ["by_contact_type", "contact_type"],
    ])("reopened and reassigned incidents %s", async (name, attribute) => {
      const counts = await countExceptions([attribute]);
      for (const [id, { reopened_cases, reassigned_ge3 }] of truth.groups.get(name) ?? []) {
        const { reopened = 0, reassigned = 0 } = counts.get(id) ?? {};
        expect([id, reopened, reassigned]).toEqual([id, reopened_cases, reassigned_ge3]);
      }
    });

    it("by_opened_month: incidents opened", async () => {
      const [group] = await ask({ metrics: ["runs_started"], granularity: "MONTH", ...inWorkflow("incident") });
      const opened = new Map(
        (valueOf(group, "runs_started")?.series ?? []).map(({ at, value }) => [at.slice(0, 7), value]),
      );
      const expected = truth.groups.get("by_opened_month") ?? [];
      expect(expected).toHaveLength(2);
      for (const [month, { cases }] of expected) expect([month, opened.get(month)]).toEqual([month, cases]);
    });

    it.each([
      ["process_every_row", false],
      ["process_state_changes_only", true],
    ] as const)("%s: variants and what directly follows what", async (name, mergeRepeats) => {
      const expected = readProcessTruth("incident-sample", name);
      const variables = { ...range, workflow: "incident", client: "incident-log", limit: 500, mergeRepeats };
      const { timeZone: _, ...asked } = variables;
      const { variants: report } = await getData<{ variants: ProcessAnswer }>(instance.url, token, VARIANTS, asked);
      checkProcess(report, expected);
    });

    it("opened and resolved, day by day", async () => {
      const days = { from: "2016-02-29T00:00:00Z", to: "2017-02-10T00:00:00Z", granularity: "DAY" };
      const [opened] = await ask({ metrics: ["runs_started"], ...inWorkflow("incident"), ...days });
      const [resolved] = await ask({ metrics: ["runs_finished"], ...inWorkflow("incident-resolution"), ...days });
      const perDay = (group: Group | undefined, metric: string) =>
        new Map((valueOf(group, metric)?.series ?? []).map(({ at, value }) => [at.slice(0, 10), value]));
      const openedOn = perDay(opened, "runs_started");
      const resolvedOn = perDay(resolved, "runs_finished");
      const { daily } = truth;
      for (const { day, ...expected } of daily)
        expect([day, openedOn.get(day) ?? 0, resolvedOn.get(day) ?? 0]).toEqual([
          day,
          expected.opened,
          expected.resolved,
        ]);
    });
  });
}
