import { checkEvent } from "./check-event.js";
import { EVENT_KINDS } from "./event-kind.js";
import { REQUIRED_FIELDS } from "./event-fields.js";

const common = { id: "e1", time: "2026-06-01T08:00:00Z", source: "pos", client: "northmart" };
const full: Record<string, unknown> = {
  workflow: "w",
  run: "r",
  outcome: "succeeded",
  step: "s",
  startedAt: "2026-06-01T07:00:00+02:00",
  change: "c",
  entity: { type: "price", id: "p", version: 3 },
  targets: [{ store: "0001" }],
  target: { store: "0001" },
  dueAt: "2026-06-01T09:00:00.250Z",
  exception: "x",
  class: "price",
  measure: "m",
  value: 1.5,
  unit: "pcs",
  expected: 2,
  reason: "waiting for the supplier",
  decision: "d1",
  model: "reorder",
  modelVersion: "3",
  action: "reorder",
  confidence: 0.8,
  verdict: "accepted",
};

describe("checkEvent", () => {
  it.each(EVENT_KINDS)("accepts a complete %s and names each field it lacks", (kind) => {
    const required = REQUIRED_FIELDS[kind];
    const event = { ...common, kind, ...Object.fromEntries(required.map((name) => [name, full[name]])) };
    expect(checkEvent(event)).toEqual({ event });
    for (const name of ["id", "time", "source", "client", ...required]) {
      const { [name]: _dropped, ...rest } = event as Record<string, unknown>;
      expect(checkEvent(rest)).toMatchObject({ refusal: { reason: "missing_field", field: name } });
    }
  });

  it("lets a step leave its workflow open when its run is its trace, and no other event", () => {
    const step = { ...common, ...full, kind: "step.finished", workflow: undefined };
    expect(checkEvent({ ...step, run: "t1", trace: "t1" })).toHaveProperty("event");
    const missing = { refusal: { reason: "missing_field", field: "workflow" } };
    expect(checkEvent({ ...step, run: "r", trace: "t1" })).toMatchObject(missing);
    expect(checkEvent({ ...step, run: "t1", trace: "" })).toMatchObject(missing);
    expect(checkEvent({ ...step, kind: "run.finished", run: "t1", trace: "t1" })).toMatchObject(missing);
  });

  it("lets unknown fields pass", () => {
    expect(checkEvent({ ...common, kind: "feed.heartbeat", extra: { deep: [1] } })).toHaveProperty("event");
  });

  it.each([
    ["malformed", "", 42],
    ["malformed", "", ["a"]],
    ["malformed", "", "not json"],
    ["missing_field", "kind", { ...common }],
    ["unknown_kind", "kind", { ...common, kind: "run.exploded" }],
    ["wrong_type", "kind", { ...common, kind: 3 }],
    ["wrong_type", "time", { ...common, kind: "feed.heartbeat", time: "yesterday" }],
    ["wrong_type", "time", { ...common, kind: "feed.heartbeat", time: "2026-06-01T08:00:00" }],
    ["wrong_type", "time", { ...common, kind: "feed.heartbeat", time: "2026-02-30T08:00:00Z" }],
    ["wrong_type", "time", { ...common, kind: "feed.heartbeat", time: 1_780_000_000 }],
    ["value_out_of_range", "time", { ...common, kind: "feed.heartbeat", time: "1969-06-01T08:00:00Z" }],
    ["too_long", "id", { ...common, kind: "feed.heartbeat", id: "x".repeat(129) }],
    ["wrong_type", "id", { ...common, kind: "feed.heartbeat", id: 7 }],
    ["value_out_of_range", "outcome", { ...common, kind: "run.finished", workflow: "w", run: "r", outcome: "fine" }],
    ["wrong_type", "money", { ...common, kind: "run.started", workflow: "w", run: "r", money: 12 }],
    [
      "missing_field",
      "money.currency",
      { ...common, kind: "run.started", workflow: "w", run: "r", money: { amount: 1 } },
    ],
    ["wrong_type", "value", { ...common, kind: "measure.recorded", measure: "m", value: "many", unit: "1" }],
    ["value_out_of_range", "value", { ...common, kind: "measure.recorded", measure: "m", value: 1e300, unit: "1" }],
    ["wrong_type", "attributes.a", { ...common, kind: "feed.heartbeat", attributes: { a: [1] } }],
    ["missing_field", "targets", { ...common, kind: "change.published", ...full, targets: [] }],
    ["missing_field", "targets[1]", { ...common, kind: "change.published", ...full, targets: [{ store: "1" }, {}] }],
    [
      "too_many_targets",
      "targets",
      {
        ...common,
        kind: "change.published",
        ...full,
        targets: Array.from({ length: 10_001 }, (_, i) => ({ store: `${i}` })),
      },
    ],
    ["value_out_of_range", "cadenceSeconds", { ...common, kind: "feed.heartbeat", cadenceSeconds: 0 }],
  ])("refuses with %s at %j", (reason, field, value) => {
    expect(checkEvent(value)).toMatchObject({ refusal: { reason, field } });
  });
});
