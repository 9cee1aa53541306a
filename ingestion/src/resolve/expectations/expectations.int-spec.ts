import { expectationRuleSchema, loadExpectations } from "@watchfloor/dashboards";
import { installExpectationRules, schema } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../../testing/open-test-receiver.js";

let clock = new Date("2026-06-02T12:00:00Z");
const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour)).toISOString();

describe("expectations through the receiver", () => {
  let receiver: TestReceiver;
  beforeAll(async () => {
    receiver = await openTestReceiver({
      now: () => clock,
      prepare: async (postgres) => {
        await installExpectationRules(postgres, "acme", { rules: await loadExpectations(), now: clock });
      },
    });
  }, 60_000);
  afterAll(() => receiver.close());

  const send = async (...events: Record<string, unknown>[]) => {
    const answer = await receiver.send(JSON.stringify(events));
    expect(answer.body).toMatchObject({ accepted: events.length, rejected: [] });
    await receiver.ingestion.intake.settled();
  };
  const order = (id: string, hour: number, more: Record<string, unknown> = {}) => ({
    ...{ id: `${id}:order`, kind: "run.finished", time: at(hour), source: "hub", client: "northmart", channel: "web" },
    ...{ workflow: "order-to-erp", run: id, correlation: id, outcome: "succeeded", startedAt: at(hour) },
    ...{ money: { amount: 40, currency: "EUR" }, ...more },
  });
  const posting = (id: string, hour: number, amount: number) => ({
    ...{ id: `${id}:posting`, kind: "run.finished", time: at(hour), source: "erp", client: "northmart" },
    ...{ workflow: "erp-posting", run: `FI-${id}`, correlation: id, outcome: "succeeded", startedAt: at(hour) },
    money: { amount, currency: "EUR" },
  });
  const read = (sql: string) => receiver.clickhouse.query({ name: "test", sql });
  const readRun = (id: string) =>
    read(`SELECT if(started_at < '2200-01-01', toString(started_at), '') AS start, if(due_at < '2200-01-01', toString(due_at), '') AS due,
      if(finished_at < '2200-01-01', toString(finished_at), '') AS end, outcome, expected_answers AS expected, answers,
      toFloat64(answered_money) AS answered, channel FROM run FINAL WHERE workflow = 'order-posted' AND run = '${id}'`);

  it("opens an obligation with its deadline, ends it by its answer and records both amounts as a check", async () => {
    await send(order("o1", 8));
    const open = { start: "2026-06-01 08:00:00.000", due: "2026-06-02 08:00:00.000", end: "", outcome: "" };
    expect(await readRun("o1")).toEqual([{ ...open, expected: 1, answers: 0, answered: 0, channel: "web" }]);
    await send(posting("o1", 9, 40));
    expect(await readRun("o1")).toMatchObject([{ end: "2026-06-01 09:00:00.000", outcome: "succeeded", answered: 40 }]);
    expect(
      await read(
        "SELECT toFloat64(value) AS value, toFloat64(expected) AS expected, currency, withdrawn FROM measure FINAL WHERE measure = 'posting.amount'",
      ),
    ).toEqual([{ value: 40, expected: 40, currency: "EUR", withdrawn: false }]);
  });

  it("counts an answer nothing waited for, and completes it when what it answers comes", async () => {
    await send(posting("o2", 9, 41));
    expect(await readRun("o2")).toMatchObject([
      { start: "", due: "", end: "2026-06-01 09:00:00.000", expected: 0, answers: 1 },
    ]);
    await send(order("o2", 8));
    expect(await readRun("o2")).toMatchObject([
      { start: "2026-06-01 08:00:00.000", end: "2026-06-01 09:00:00.000", expected: 1 },
    ]);
  });

  it("names the workflow of a rule by the rule's title, and its feed serves it", async () => {
    const workflows = await receiver.postgres.db.select().from(schema.workflow);
    expect(workflows).toContainEqual(expect.objectContaining({ id: "order-posted", title: "Order posted" }));
    expect(
      await read("SELECT has(groupUniqArrayArray(workflows), 'order-posted') AS has FROM feed WHERE source = 'erp'"),
    ).toEqual([{ has: 1 }]);
  });

  it("applies a changed rule from its notice on, and never to what came before", async () => {
    const [rule] = (await loadExpectations()).filter(({ id }) => id === "order-posted");
    const changed = expectationRuleSchema.parse({ ...rule, withinSeconds: 3_600 });
    const install = () => installExpectationRules(receiver.postgres, "acme", { rules: [changed], now: clock });
    expect(await install()).toBe(1);
    expect(await install()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    clock = new Date("2026-06-02T13:00:00Z");
    await send(order("o3", 35), { ...order("o4", 36), time: "2026-06-02T12:02:00Z" });
    expect(await readRun("o3")).toMatchObject([{ due: "2026-06-03 11:00:00.000" }]);
    expect(await readRun("o4")).toMatchObject([{ due: "2026-06-02 13:02:00.000" }]);
  }, 60_000);
});
