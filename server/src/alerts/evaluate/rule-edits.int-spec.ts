import { openRuleWorld, type RuleGroup, type RuleWorld } from "../testing/open-rule-world.js";
import { MAX_INSTANCES } from "./drop-surplus.js";

const BASE = { forSeconds: 300, keepFiringSeconds: 600 };

/** At minute 6: c1 is at rest, c2 pending since 4, c3 firing since 5, c4 recovering since 6. At minute 7 c2 and c3 match, c4 does not. */
const seeStates = (minute: number): RuleGroup[] => [
  [{ client: "c1" }, 0],
  [{ client: "c2" }, minute >= 4 ? 9 : 0],
  [{ client: "c3" }, 9],
  [{ client: "c4" }, minute <= 5 ? 9 : 0],
];

const EDITS: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, isOfWords: boolean]>> = {
  title: [{ title: "Another" }, true],
  summary: [{ summary: "now {{value}}" }, true],
  description: [{ description: "More" }, true],
  runbook: [{ runbook: "Call" }, true],
  owner: [{ owner: "bob" }, true],
  threshold: [{ levels: [{ severity: "critical", threshold: 4 }] }, false],
  recovery: [{ levels: [{ severity: "critical", threshold: 5, recoveryThreshold: 4 }] }, false],
  window: [{ windowSeconds: 600 }, false],
  filter: [{ filter: { workflows: ["order-to-erp"] } }, false],
  longer: [{ forSeconds: 900 }, false],
  shorter: [{ forSeconds: 120 }, false],
  keep: [{ keepFiringSeconds: 60 }, false],
  nodata: [{ noData: "notify" }, false],
};

describe("an edit of a rule", () => {
  let world: RuleWorld;
  beforeAll(async () => {
    world = await openRuleWorld();
    for (const id of [...Object.keys(EDITS), "group"]) await world.save(id, BASE);
    world.see = seeStates;
    for (let minute = 0; minute <= 6; minute += 1) await world.runAt(minute);
  }, 60_000);
  afterAll(() => world.close());

  it("begins in each state", async () => {
    for (const id of Object.keys(EDITS))
      expect(await world.states(id)).toEqual({ c2: "pending", c3: "firing", c4: "recovering" });
  });

  it("of words changes nothing; of anything else drops what is pending, and ends at once what no longer matches", async () => {
    for (const [id, [edit]] of Object.entries(EDITS)) await world.save(id, { ...BASE, ...edit }, 1);
    // Grouped by more: none of the old instances is there any more.
    await world.save("group", { ...BASE, groupBy: ["client", "store"] }, 1);
    world.see = (minute, { groupBy }) =>
      seeStates(minute).map(([labels, value]) => [
        groupBy.includes("store") ? { ...labels, store: "s1" } : labels,
        value,
      ]);
    await world.runAt(7);
    for (const [id, [, isOfWords]] of Object.entries(EDITS)) {
      const { instances, judgement } = await world.document(id);
      const pending = Object.values(instances).find(({ labels }) => labels["client"] === "c2");
      const since = ((pending?.state.activeAt ?? 0) - world.start) / 60_000;
      expect([id, await world.states(id), since]).toEqual([
        id,
        isOfWords ? { c2: "pending", c3: "firing", c4: "recovering" } : { c2: "pending", c3: "firing" },
        isOfWords ? 4 : 7,
      ]);
      expect(judgement).not.toBe("");
      const told = ["fired 5", "fired 5", ...(isOfWords ? [] : ["resolved rule_updated 7"])];
      expect([id, await world.told(id)]).toEqual([id, told]);
    }
    expect(await world.told("group")).toEqual([
      ...["fired 5", "fired 5", "resolved rule_updated 7", "resolved rule_updated 7"],
    ]);
    expect(await world.states("group")).toEqual({ c2: "pending", c3: "pending" });
  });

  it("keeps the incident of what goes on, and no longer `for` takes it back", async () => {
    await world.runAt(8);
    const fired = (await world.history("longer")).filter(({ kind }) => kind === "fired");
    expect((await world.states("longer"))["c3"]).toBe("firing");
    expect(new Set(fired.map(({ incidentId }) => incidentId)).size).toBe(2);
    expect((await world.history("longer")).filter(({ reason }) => reason !== null)).toHaveLength(1);
  });

  it("is over when the rule is paused, begins anew when it goes on, and ends with the rule", async () => {
    await world.rules.setPaused("t1", "title", true, new Date(world.time));
    await world.runAt(9);
    expect((await world.told("title")).slice(2)).toEqual(["resolved rule_paused 8", "resolved rule_paused 8"]);
    expect(await world.states("title")).toEqual({});
    await world.rules.setPaused("t1", "title", false, new Date(world.time));
    for (let minute = 20; minute <= 26; minute += 1) await world.runAt(minute);
    // Nothing is made up for the pause: `for` begins at the first slot after it.
    expect((await world.told("title")).slice(4)).toEqual(["fired 25", "fired 25"]);
    await world.rules.delete("t1", "owner", new Date(world.time));
    await world.runAt(27);
    expect((await world.told("owner")).filter((line) => line.includes("rule_deleted")).length).toBeGreaterThan(0);
    expect(await world.states("owner")).toEqual({});
  });
});

describe("a rule with many groups", () => {
  let world: RuleWorld;
  beforeAll(async () => {
    world = await openRuleWorld();
  }, 30_000);
  afterAll(() => world.close());

  it("follows a thousand that move, those that fire first, and says so", async () => {
    await world.save("many", { forSeconds: 120 });
    const groups = (count: number, value: number): RuleGroup[] =>
      Array.from({ length: count }, (_, at) => [{ client: `c${String(at).padStart(4, "0")}` }, value]);
    world.see = () => groups(40, 9);
    for (const minute of [0, 1, 2]) await world.runAt(minute);
    expect(Object.values(await world.states("many")).filter((state) => state === "firing")).toHaveLength(40);
    world.see = () => groups(1_400, 9);
    await world.runAt(3);
    const states = Object.values(await world.states("many"));
    expect([states.length, states.filter((state) => state === "firing").length]).toEqual([MAX_INSTANCES, 40]);
    expect((await world.document("many")).health).toMatchObject({
      state: "limit",
      message: "400 pending instances were dropped.",
    });
    expect((await world.told("many")).filter((line) => line.startsWith("resolved"))).toEqual([]);
    // Those that fire are never dropped, however many they are.
    for (const minute of [4, 5, 6, 7, 8]) await world.runAt(minute);
    const later = Object.values(await world.states("many"));
    expect(later.filter((state) => state === "firing").length).toBeGreaterThanOrEqual(MAX_INSTANCES);
    world.see = () => groups(1_400, 0);
    await world.runAt(9);
    expect([(await world.document("many")).health.state, await world.states("many")]).toEqual(["ok", {}]);
  }, 60_000);

  it("judges a group that it has never seen a minute later", async () => {
    await world.save("new", { newGroupDelaySeconds: 60 });
    const old: RuleGroup = [{ client: "old" }, 9];
    world.see = (minute) => (minute < 12 ? [old] : [old, [{ client: "young" }, 9]]);
    for (let minute = 10; minute <= 14; minute += 1) await world.runAt(minute);
    const fired = (await world.history("new")).filter(({ kind }) => kind === "fired");
    const minutes = fired.map(({ client, slotAt }) => [client, (slotAt.getTime() - world.start) / 60_000]);
    expect(minutes).toEqual([
      ["old", 10],
      ["young", 13],
    ]);
  });

  it("cannot be judged where two of them are one", async () => {
    await world.save("twins");
    world.see = (_minute, { id }) =>
      id === "twins"
        ? [
            [{ client: "c1" }, 9],
            [{ client: "c1", store: "" }, 0],
          ]
        : [];
    for (const minute of [15, 16, 17]) await world.runAt(minute);
    expect((await world.document("twins")).health).toMatchObject({ state: "error", errors: 3 });
    expect(await world.told("twins")).toEqual([]);
  });
});
