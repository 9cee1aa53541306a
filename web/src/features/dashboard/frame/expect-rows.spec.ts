import { expectRows } from "./expect-rows.js";

const place = (client: string, id: string) => ({ client, id, title: id });
const registry = {
  clients: ["a", "b"].map((id) => ({ id, title: id, timeZone: "UTC", currency: "EUR" })),
  regions: [],
  stores: [],
  channels: [place("a", "web"), place("b", "web"), place("b", "pos")],
  partners: [],
  workflows: [],
};

describe("expectRows", () => {
  it.each([
    ["clients", ["CLIENT"] as const, {}, 2],
    ["what several clients have is one row", ["CHANNEL"] as const, {}, 2],
    ["unless the client is part of the row", ["CLIENT", "CHANNEL"] as const, {}, 3],
    ["of one client", ["CLIENT", "CHANNEL"] as const, { clients: ["a"] }, 1],
    ["nothing known is one row, which says so", ["STORE"] as const, {}, 1],
    ["what no registry lists may be anything", ["EXCEPTION_CLASS"] as const, {}, 8],
  ])("%s", (_name, groupBy, filter, rows) => {
    expect(expectRows({ groupBy, filter }, registry, 8)).toBe(rows);
  });

  it("is never more than is shown", () => {
    expect(expectRows({ groupBy: ["CLIENT", "CHANNEL"], filter: {} }, registry, 2)).toBe(2);
  });
});
