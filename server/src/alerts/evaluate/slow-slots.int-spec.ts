import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedClickHouse, type ClickHouse } from "@watchfloor/sql";
import { buildScope } from "../../scope/scope.js";
import { openRuleWorld, type RuleWorld } from "../testing/open-rule-world.js";
import { RuleJudge } from "./rule-judge.service.js";
import { chooseTimeoutMs, SlotDeadline } from "./slot-deadline.js";

const MINUTE = 60_000;
const SCOPE = buildScope({ tenant: "t1", role: "administrator", subjectId: "alerts" });

describe("slots that take long", () => {
  let world: RuleWorld;
  beforeAll(async () => {
    world = await openRuleWorld();
  }, 30_000);
  afterAll(() => world.close());

  it("let the next one wait, and none is left out", async () => {
    await world.save("slow");
    const asked: number[] = [];
    world.see = (minute) => {
      asked.push(minute);
      return [[{ client: "c1" }, minute === 4 ? 9 : 0]];
    };
    await world.runAt(0);
    // Each question takes a minute and a half: when it is answered the next slot has been due for a while.
    world.meanwhile = () => (world.time += 1.5 * MINUTE);
    for (let turn = 1; turn <= 5; turn += 1) await world.runAt(1);
    expect(asked.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await world.told("slow")).toEqual(["fired 4", "resolved cleared 5"]);
    expect((await world.document("slow")).counts).toMatchObject({ skipped: 0 });
  });

  it("are not made up for beyond two hours: pending is dropped, what fires goes on", async () => {
    const begin = (await world.document("slow")).cursor ?? 0;
    world.meanwhile = () => undefined;
    world.time = begin;
    const at = (begin - world.start) / MINUTE;
    await world.save("patient", { forSeconds: 600 });
    world.see = (_minute, { id }) => [[{ client: "c1" }, id === "slow" || id === "patient" ? 9 : 0]];
    await world.runAt(at + 1);
    expect([await world.states("slow"), await world.states("patient")]).toEqual([{ c1: "firing" }, { c1: "pending" }]);
    const asked: number[] = [];
    world.see = (minute, { id }) => {
      asked.push(minute);
      return [[{ client: "c1" }, id === "slow" ? 9 : 0]];
    };
    // Two hours and two slots: one more than is made up for.
    await world.runAt(at + 123, 3);
    expect([...new Set(asked)]).toEqual([at + 123]);
    expect([await world.states("slow"), await world.states("patient")]).toEqual([{ c1: "firing" }, {}]);
    expect((await world.document("patient")).counts.skipped).toBe(121);
    // Just within the two hours everything is evaluated.
    asked.length = 0;
    await world.runAt(at + 243, 10);
    expect([...new Set(asked)]).toHaveLength(120);
  });
});

describe("a rule that cannot be asked", () => {
  const metricless = {
    figures: {
      readMany: () => Promise.reject(new Error("broken")),
      findHeard: () => Promise.reject(new Error("broken")),
    },
  };
  const none = () => Promise.reject(new Error("nothing to read"));
  const subjects = { read: none, openSilences: none };

  it("is asked once more, a second later, by itself", async () => {
    const world = await openRuleWorld();
    const rules = [await world.save("a"), await world.save("b")];
    const waited: number[] = [];
    let calls = 0;
    const judge = new RuleJudge({
      subjects,
      wait: (ms) => Promise.resolve(void waited.push(ms)),
      figures: {
        ...metricless.figures,
        findHeard: () => Promise.resolve(() => true),
        readMany: (_scope, wishes) => {
          calls += 1;
          if (calls === 1 || (calls > 1 && wishes.length === 1 && calls === 3))
            return Promise.reject(new Error("Code: 159. TIMEOUT_EXCEEDED"));
          return Promise.resolve(wishes.map(() => []));
        },
      },
    });
    const verdicts = await judge.judgeMany(SCOPE, rules, world.start);
    expect([waited, calls]).toEqual([[1_000], 3]);
    expect(verdicts.map((verdict) => "failure" in verdict)).toEqual([false, true]);
    await world.close();
  });

  it("three slots in a row is in trouble, and ends nothing", async () => {
    const world = await openRuleWorld();
    await world.save("a");
    world.see = () => [[{ client: "c1" }, 9]];
    await world.runAt(0);
    world.see = () => "Code: 159. TIMEOUT_EXCEEDED";
    const health = async () => (await world.document("a")).health.state;
    const seen: string[] = [];
    for (const minute of [1, 2, 3]) {
      await world.runAt(minute);
      seen.push(await health());
    }
    expect(seen).toEqual(["ok", "ok", "error"]);
    expect(await world.told("a")).toEqual(["fired 0"]);
    world.see = () => [[{ client: "c1" }, 0]];
    await world.runAt(4);
    expect([await health(), await world.told("a")]).toEqual(["ok", ["fired 0", "resolved cleared 4"]]);
    await world.close();
  });
});

describe("the time that a slot has", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-deadline-"));
  let clickhouse: ClickHouse;
  beforeAll(() => {
    clickhouse = openEmbeddedClickHouse(directory);
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each([
    [10, 8_000],
    [30, 24_000],
    [60, 30_000],
    [3_600, 30_000],
  ])("of an interval of %d s is %d ms", (intervalSeconds, ms) => expect(chooseTimeoutMs({ intervalSeconds })).toBe(ms));

  it("ends what the engine takes longer for", async () => {
    const deadline = new SlotDeadline();
    const engine = deadline.limit(clickhouse);
    const slow = { name: "test.slow", sql: "SELECT sum(sipHash64(number)) AS n FROM numbers(100000000000)" };
    const startedAt = performance.now();
    await expect(deadline.within(500, () => engine.query(slow))).rejects.toMatchObject({ kind: "overload" });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const quick = { name: "test.quick", sql: "SELECT 1 AS n" };
    expect(await engine.query(quick)).toEqual([{ n: 1 }]);
    await expect(
      deadline.within(1, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return engine.query(quick);
      }),
    ).rejects.toMatchObject({ kind: "overload" });
  });
});
