import { loadNetwork } from "./load-network.js";
import { networkSchema } from "./network-schema.js";

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

  it("reads the steps that runs of a workflow should do", async () => {
    const [client] = (await loadNetwork()).clients;
    const steps = client?.workflows.find(({ id }) => id === "order-to-erp")?.steps;
    expect(steps?.map(({ step }) => step)).toEqual(["validate", "reserve-stock", "post-order"]);
    expect(steps?.[0]).toEqual({ step: "validate", isOptional: false, mayRepeat: false });
  });

  it.each<[string, unknown, boolean]>([
    ["names and full forms", ["send", { step: "confirm", isOptional: true }, { step: "retry", mayRepeat: true }], true],
    ["no step", [], false],
    ["an empty name", [""], false],
    ["a name of 256 characters", ["x".repeat(256)], true],
    ["a name of 257 characters", ["x".repeat(257)], false],
    ["a step twice", ["send", { step: "send" }], false],
    ["100 steps", Array.from({ length: 100 }, (_, place) => `s${place}`), true],
    ["101 steps", Array.from({ length: 101 }, (_, place) => `s${place}`), false],
    ["a word it does not know", [{ step: "send", optional: true }], false],
  ])("takes a list of steps with %s: %#", (_, steps, isTaken) => {
    const workflow = { id: "w", title: "W", limitSeconds: 60, steps };
    expect(networkSchema.shape.workflows.safeParse([workflow]).success).toBe(isTaken);
  });
});
