import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadMapping, mappingFile } from "@watchfloor/dashboards";
import type { EventDocument } from "../events/event-document.js";
import { mapRows } from "./map/map-rows.js";
import { readRows } from "./read/read-rows.js";

const DATA = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const DAY = 86_400_000;
const HOUR = 3_600_000;

interface Mapped {
  readonly events: EventDocument[];
  readonly warnings: Map<string, number[]>;
}

async function map(name: string, file: string): Promise<Mapped> {
  const mapping = await loadMapping(mappingFile(name));
  const events: EventDocument[] = [];
  const warnings = new Map<string, number[]>();
  for await (const { row, verdict } of mapRows({ rows: readRows(`${DATA}${file}`, mapping), mapping })) {
    if ("refusal" in verdict) throw new Error(`line ${row.line}: ${verdict.refusal.detail}`);
    events.push(...verdict.events);
    for (const reason of verdict.warnings) warnings.set(reason, [...(warnings.get(reason) ?? []), row.line]);
  }
  return { events, warnings };
}

interface Truth {
  readonly [name: string]: object;
}
interface OrderTruth extends Truth {
  readonly anomalies: Record<string, number>;
}
interface IncidentTruth extends Truth {
  readonly hours_spent_in_state_total: Record<string, number>;
  readonly daily: { readonly day: string; readonly opened: number; readonly resolved: number }[];
}

function readTruth<T extends Truth>(set: string): T {
  const truth: T = JSON.parse(readFileSync(`${DATA}${set}/truth.json`, "utf8"));
  return truth;
}

const ms = (text: string | undefined) => Date.parse(text ?? "");
const round = (value: number, decimals = 4) => Number(value.toFixed(decimals));

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? Number.NaN) - low) * (at - Math.floor(at));
}

function groupBy(
  events: readonly EventDocument[],
  key: (event: EventDocument) => unknown,
): Map<string, EventDocument[]> {
  const groups = new Map<string, EventDocument[]>();
  for (const event of events) {
    const group = groups.get(String(key(event)));
    if (group === undefined) groups.set(String(key(event)), [event]);
    else group.push(event);
  }
  return groups;
}

describe("the mappings that come with the product", () => {
  it.each(["scms", "incident-log"])("%s is valid", async (name) => {
    expect((await loadMapping(mappingFile(name))).events.length).toBeGreaterThan(1);
  });
});

if (existsSync(DATA)) {
  describe("the mapped order lines", checkOrderLines);
  describe("the mapped incident log", checkIncidents);
} else
  process.stderr.write(
    "ATTENTION: ../shared/data is absent: the figures of the real data sets are NOT checked here.\n",
  );

function checkOrderLines(): void {
  const truth = readTruth<OrderTruth>("scms");
  let mapped: Mapped;
  let lines: EventDocument[];
  beforeAll(async () => {
    mapped = await map("scms", "scms/SCMS_Delivery_History_Dataset.csv.gz");
    lines = mapped.events.filter(({ kind }) => kind === "run.finished");
  }, 60_000);

  const figures = (events: readonly EventDocument[]) => {
    const late = events.filter((event) => ms(event.time) > ms(event.dueAt));
    return {
      lines: events.length,
      on_time: events.length - late.length,
      pct_on_time: round((100 * (events.length - late.length)) / events.length),
      late: late.length,
    };
  };

  it("are on time as the truth says, in all and by every dimension", () => {
    expect(truth["overall"]).toMatchObject(figures(lines));
    const dimensions: [string, (event: EventDocument) => unknown][] = [
      ["by_fulfil_via", (event) => event.channel],
      ["by_shipment_mode", (event) => event.attributes?.["shipmentMode"]],
      ["by_country", (event) => event.attributes?.["country"]],
      ["by_product_group", (event) => event.attributes?.["productGroup"]],
      ["by_scheduled_month", (event) => event.dueAt?.slice(0, 7)],
    ];
    for (const [name, key] of dimensions) {
      const groups = Object.fromEntries([...groupBy(lines, key)].map(([id, events]) => [id, figures(events)]));
      expect(truth[name]).toMatchObject(groups);
      expect(Object.keys(truth[name] ?? {})).toHaveLength(Object.keys(groups).length);
    }
    const vendors = groupBy(lines, (event) => event.partner);
    for (const [vendor, expected] of Object.entries(truth["by_vendor_top20"] ?? {}))
      expect(expected).toMatchObject(figures(vendors.get(vendor) ?? []));
  });

  it("have the truth's percentiles of lateness and of the time from order to delivery", () => {
    const late = lines.map((event) => (ms(event.time) - ms(event.dueAt)) / DAY).filter((days) => days > 0);
    const took = lines
      .filter(({ startedAt }) => startedAt !== undefined)
      .map((event) => (ms(event.time) - ms(event.startedAt)) / DAY);
    expect(truth["overall"]).toMatchObject({
      late_days: { n: late.length, p50_cont: round(percentile(late, 0.5)), p95_cont: round(percentile(late, 0.95)) },
      po_to_delivered_days: {
        n: took.length,
        p50_cont: round(percentile(took, 0.5)),
        p95_cont: round(percentile(took, 0.95)),
      },
    });
  });

  it("sum up to the truth's value", () => {
    const cents = mapped.events
      .filter(({ measure }) => measure === "order.value")
      .reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0);
    expect(truth["overall"]).toMatchObject({ line_value_usd: cents / 100 });
  });

  it("name the dirty rows", () => {
    const { anomalies } = truth;
    expect(mapped.warnings.get("delivered before ordered")).toHaveLength(anomalies["delivered_before_po"] ?? 0);
    expect(mapped.warnings.get("recorded before delivered")).toHaveLength(anomalies["recorded_before_delivered"] ?? 0);
    expect(mapped.warnings.get("delivered before ordered")?.[0]).toBe(432);
  });
}

function checkIncidents(): void {
  const truth = readTruth<IncidentTruth>("incident-sample");
  let mapped: Mapped;
  let closed: EventDocument[];
  let resolved: EventDocument[];
  beforeAll(async () => {
    mapped = await map("incident-log", "incident-sample/incident_event_log_5000.csv.gz");
    const ended = mapped.events.filter(({ kind }) => kind === "run.finished");
    closed = ended.filter(({ workflow }) => workflow === "incident");
    resolved = ended.filter(({ workflow }) => workflow === "incident-resolution");
  }, 60_000);

  const hours = (events: readonly EventDocument[]) => {
    const took = events.map((event) => (ms(event.time) - ms(event.startedAt)) / HOUR);
    return {
      n: took.length,
      p50_cont: round(percentile(took, 0.5)),
      p95_cont: round(percentile(took, 0.95)),
      p99_cont: round(percentile(took, 0.99)),
    };
  };
  const figures = (events: readonly EventDocument[], all: readonly EventDocument[]) => {
    const kept = events.filter(({ promise }) => promise === "kept").length;
    const ids = new Set(events.map(({ run }) => run));
    return {
      cases: events.length,
      made_sla_final_true: kept,
      pct_made_sla: round((100 * kept) / events.length),
      close_hours: hours(events),
      resolve_hours: hours(all.filter(({ run }) => ids.has(run))),
    };
  };

  it("keeps the promise and takes as long as the truth says, in all and by every attribute", () => {
    expect(truth["overall"]).toMatchObject(figures(closed, resolved));
    const dimensions: [string, string][] = [
      ["by_priority_last_row", "priority"],
      ["by_assignment_group_last_row_top20", "assignment_group"],
      ["by_category_last_row_top15", "category"],
      ["by_contact_type", "contact_type"],
    ];
    for (const [name, attribute] of dimensions) {
      const groups = groupBy(closed, (event) => event.attributes?.[attribute]);
      for (const [id, expected] of Object.entries(truth[name] ?? {}))
        expect(expected).toMatchObject(figures(groups.get(id) ?? [], resolved));
    }
  });

  it("raises the reopened and the reassigned", () => {
    const classes = groupBy(
      mapped.events.filter(({ kind }) => kind === "exception.raised"),
      (event) => event.class,
    );
    expect(truth["overall"]).toMatchObject({
      reopened_cases: classes.get("reopened")?.length,
      reassigned_ge3: classes.get("reassigned")?.length,
    });
  });

  it("has a step for every row and the truth's hours in every state", () => {
    const steps = groupBy(
      mapped.events.filter(({ kind }) => kind === "step.finished"),
      (event) => event.step,
    );
    expect(truth["state_counts"]).toEqual(
      Object.fromEntries([...steps].map(([state, events]) => [state, events.length])),
    );
    const total = truth.hours_spent_in_state_total;
    for (const [state, events] of steps) {
      const spent = events.reduce((sum, event) => sum + (ms(event.time) - ms(event.startedAt)) / HOUR, 0);
      // One incident of the file goes back in time by minutes; a step never ends before it begins.
      expect(Math.abs(spent - (total[state] ?? 0))).toBeLessThan(3);
    }
  });

  it("opens and resolves what the truth says, day by day", () => {
    const opened = groupBy(closed, (event) => event.startedAt?.slice(0, 10));
    const ended = groupBy(resolved, (event) => event.time.slice(0, 10));
    const { daily } = truth;
    for (const { day, ...counts } of daily)
      expect({ day, opened: opened.get(day)?.length ?? 0, resolved: ended.get(day)?.length ?? 0 }).toEqual({
        day,
        opened: counts.opened,
        resolved: counts.resolved,
      });
  });
}
