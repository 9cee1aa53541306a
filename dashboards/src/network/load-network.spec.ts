import { loadNetwork } from "./load-network.js";

describe("loadNetwork", () => {
  it("reads the demonstration network", async () => {
    const network = await loadNetwork();
    expect(network.clients.map(({ id, stores, currency }) => [id, stores.length, currency])).toEqual([
      ["northmart", 140, "EUR"],
      ["halden", 100, "GBP"],
      ["bellavita", 60, "EUR"],
    ]);
    const ids = network.clients.flatMap(({ stores }) => stores.map(({ id }) => id));
    expect([ids[0], ids.at(-1), new Set(ids).size]).toEqual(["0001", "0300", 300]);
    expect(new Set(network.clients.flatMap(({ partners }) => partners.map(({ id }) => id))).size).toBe(8);
    expect(network.clients[0]?.workflows.map(({ id }) => id)).toHaveLength(10);
    expect(network.clients[0]?.channels).toHaveLength(4);
  });

  it("gives every region of every client stores", async () => {
    for (const { regions, stores } of (await loadNetwork()).clients)
      for (const region of regions) expect(stores.some((store) => store.region === region.id)).toBe(true);
  });
});
