import { decideCause, type CauseCandidate } from "./decide-cause.js";

const MINUTE = 60_000;
const incident = (
  id: string,
  labels: Record<string, string>,
  minute = 0,
  parent: string | null = null,
): CauseCandidate => ({
  ...{ id, ruleId: `rule-${id}`, labels, firedAt: minute * MINUTE, parent },
});
const orders = incident("orders", { client: "c", workflow: "order-to-erp", system: "erp" }, 5);
const erp = incident("erp", { client: "c", system: "erp" }, 0);

describe("decideCause", () => {
  it.each([
    ["the same system of the same client, earlier", orders, [erp], "erp"],
    [
      "what is wider, told a little later",
      incident("store", { client: "c", store: "s", workflow: "w" }, 0),
      [incident("all", { client: "c", workflow: "w" }, 30)],
      "all",
    ],
    [
      "not what is wider and told much later",
      incident("store", { client: "c", store: "s", workflow: "w" }, 0),
      [incident("all", { client: "c", workflow: "w" }, 31)],
      undefined,
    ],
    ["not another client", orders, [incident("other", { client: "d", system: "erp" })], undefined],
    ["not another system", orders, [incident("prices", { client: "c", system: "pricing" })], undefined],
    ["not what shares nothing but the place", orders, [incident("money", { client: "c" })], undefined],
    ["not what is narrower", erp, [incident("store", { client: "c", store: "s", system: "erp" })], undefined],
    [
      "not another workflow without a common system",
      incident("a", { client: "c", workflow: "a" }, 5),
      [incident("b", { client: "c", workflow: "b" })],
      undefined,
    ],
    ["not itself", orders, [orders], undefined],
    ["not what has a cause itself", orders, [incident("child", { client: "c", system: "erp" }, 0, "root")], undefined],
    ["a cause of all clients", orders, [incident("tenant", { system: "erp" })], "tenant"],
    [
      "the widest, then the earliest",
      orders,
      [erp, incident("wide", { system: "erp" }, 4), incident("wider", { system: "erp" }, 3)],
      "wider",
    ],
    [
      "the lowest id of equals",
      orders,
      [incident("z", { client: "c", system: "erp" }), incident("a", { client: "c", system: "erp" })],
      "a",
    ],
  ])("chooses %s", (_name, of, open, parent) => {
    expect(decideCause(of, open)?.parent).toBe(parent);
    expect(decideCause(of, [...open].reverse())?.parent).toBe(parent);
  });

  it("says what is shared", () => {
    expect(decideCause(orders, [erp])?.cause).toBe("system erp");
  });
});
