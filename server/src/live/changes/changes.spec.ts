import { mock } from "node:test";
import type { ChangeSignal } from "@watchfloor/sql";
import type { TenantRegistry } from "../../registry/tenant-registry.js";
import { buildScope, type ScopeGrant } from "../../scope/scope.js";
import { chooseVisibleRegistry } from "../../registry/choose-visible-registry.js";
import { narrowSignal } from "./narrow-signal.js";
import { NoticeStream } from "./notice-stream.js";

const titled = (client: string, id: string) => ({ client, id, title: id });
const registry: TenantRegistry = {
  clients: ["c1", "c2"].map((id) => ({ id, title: id, timeZone: null, currency: null })),
  regions: [titled("c1", "north"), titled("c1", "south"), titled("c2", "north")],
  stores: [
    ["c1", "s1", "north"],
    ["c1", "s2", "south"],
    ["c2", "s1", "north"],
  ].map(([client = "", id = "", region = ""]) => ({ ...titled(client, id), region, brand: "", calendar: "" })),
  channels: [],
  partners: [],
  workflows: [titled("c1", "w1"), titled("c2", "w2")].map((workflow) => ({
    ...workflow,
    limitSeconds: null,
    steps: null,
  })),
};
const signal: ChangeSignal = {
  tenant: "t1",
  storedAt: "2026-06-01T00:00:00Z",
  clients: ["c1", "c2"],
  workflows: ["w1", "w2"],
  stores: ["c1/s1", "c2/s1"],
};

function tell(
  limits: Partial<ScopeGrant>,
  changed: Partial<ChangeSignal> = {},
  filter?: { stores?: string[]; workflows?: string[] },
) {
  const scope = buildScope({ tenant: "t1", role: "operations", subjectId: "p1", ...limits });
  const notice = narrowSignal(
    { ...signal, ...changed },
    { scope, registry: chooseVisibleRegistry(registry, scope), filter },
  );
  return notice === undefined
    ? undefined
    : [notice.clients, notice.workflows, notice.stores?.map((ref) => `${ref.client}/${ref.store}`) ?? null];
}

describe("narrowSignal", () => {
  it.each<[string, Partial<ScopeGrant>, Partial<ChangeSignal>, ReturnType<typeof tell>]>([
    [
      "everything to the unlimited",
      {},
      {},
      [
        ["c1", "c2"],
        ["w1", "w2"],
        ["c1/s1", "c2/s1"],
      ],
    ],
    ["nothing to another tenant", { tenant: "t2" }, {}, undefined],
    ["one client", { clients: ["c2"] }, {}, [["c2"], ["w2"], ["c2/s1"]]],
    ["one store", { stores: ["c1/s1"] }, {}, [["c1"], ["w1"], ["c1/s1"]]],
    ["nothing to a store that was not touched", { stores: ["c1/s2"] }, {}, undefined],
    ["nothing to a region that was not touched", { regions: ["south"] }, {}, undefined],
    ["many stores as many", { stores: ["c1/s2"] }, { stores: null }, [["c1"], ["w1"], null]],
    [
      "a signal cut to its tenant",
      { clients: ["c1"] },
      { clients: [], workflows: [], stores: null },
      [["c1"], [], null],
    ],
    ["no id nobody registered", {}, { clients: ["c1", "c9"], workflows: ["w9"], stores: ["c9/s9"] }, [["c1"], [], []]],
    ["nothing to an empty list", { stores: [] }, {}, undefined],
  ])("tells %s", (_, limits, changed, expected) => {
    expect(tell(limits, changed)).toEqual(expected);
  });

  it("narrows to the filter of the page", () => {
    expect(tell({}, {}, { stores: ["c2/s1"], workflows: ["w2"] })).toEqual([["c1", "c2"], ["w2"], ["c2/s1"]]);
    expect(tell({}, {}, { stores: ["c1/s2"] })).toBeUndefined();
  });
});

describe("NoticeStream", () => {
  const notice = (client: string) => ({ at: new Date(0), clients: [client], workflows: [], stores: [] });

  it("tells the first at once and joins what comes within half a second", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    let nowMs = 0;
    const stream = new NoticeStream({ nowMs: () => nowMs, onEnd: () => undefined });
    stream.add(notice("c1"));
    expect(await stream.next()).toMatchObject({ value: { clients: ["c1"] } });
    const second = stream.next();
    let isTold = false;
    void second.then(() => (isTold = true));
    stream.add(notice("c2"));
    stream.add(notice("c3"));
    nowMs = 499;
    mock.timers.tick(499);
    await Promise.resolve();
    expect(isTold).toBe(false);
    nowMs = 500;
    mock.timers.tick(1);
    expect(await second).toMatchObject({ value: { clients: ["c2", "c3"] } });
    mock.timers.reset();
  });

  it("ends a waiting reader, and lets go once", async () => {
    let ends = 0;
    const stream = new NoticeStream({ nowMs: () => 0, onEnd: () => (ends += 1) });
    const waiting = stream.next();
    stream.end();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(ends).toBe(1);
  });
});
