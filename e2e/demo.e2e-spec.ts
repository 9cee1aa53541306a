import { loadNetwork } from "@watchfloor/dashboards";
import { eventually, getData, signIn } from "./support/ask.js";
import { startInstance, type Instance } from "./support/start-instance.js";

const OPERATIONS = { email: "operations@demo.watchfloor.local", password: "watch-operations" };
const LIVE = `{
  worstObligations(first: 10) { workflow client runs money { amount } sample { store } }
  storeWall { store state }
}`;
const FINISHED = `query ($from: DateTime!, $to: DateTime!) {
  metrics(query: { metrics: ["runs_finished"], from: $from, to: $to }) { groups { values { value } } }
}`;

interface Live {
  readonly worstObligations: readonly {
    workflow: string;
    client: string;
    runs: number;
    money: readonly { amount: number }[];
    sample: { store: string | null };
  }[];
  readonly storeWall: readonly { store: string; state: string }[];
}

describe("a new data directory", () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await startInstance({ WATCHFLOOR_DEMO: "on" });
  }, 90_000);
  afterAll(async () => {
    await instance.stop();
    instance.remove();
  });

  it("shows the simulated network with its troubles, moves, and goes on after a stop", async () => {
    const token = await signIn(instance.url, OPERATIONS);
    const readLive = () => getData<Live>(instance.url, token, LIVE);
    const findMissing = ({ worstObligations }: Live) =>
      worstObligations.find(({ workflow, runs }) => workflow === "price-sync" && runs >= 10);
    const live = await eventually(
      readLive,
      (seen) => findMissing(seen) !== undefined && seen.storeWall.some(({ state }) => state === "NO_DATA"),
      120_000,
    );

    expect(live.storeWall).toHaveLength(300);
    expect(findMissing(live)?.money[0]?.amount).toBeGreaterThan(0);
    const missing = findMissing(live);
    const client = (await loadNetwork()).clients.find(({ id }) => id === missing?.client);
    expect(client?.stores.map(({ id }) => id)).toContain(missing?.sample.store);

    const countSince = async (from: string) => {
      const range = { from, to: new Date(Date.now() + 60_000).toISOString() };
      const data = await getData<{ metrics: { groups: { values: { value: number }[] }[] } }>(
        instance.url,
        token,
        FINISHED,
        range,
      );
      return data.metrics.groups[0]?.values[0]?.value ?? 0;
    };
    const seenAt = new Date().toISOString();
    expect(
      await eventually(
        () => countSince(seenAt),
        (count) => count > 0,
        60_000,
      ),
    ).toBeGreaterThan(0);

    expect(await instance.stop()).toBe(0);
    const backAt = new Date().toISOString();
    instance = await startInstance({ WATCHFLOOR_DEMO: "on", WATCHFLOOR_DATA: instance.dataDirectory });
    const again = await signIn(instance.url, OPERATIONS);
    const events = await eventually(
      () => getData<{ feeds: { newestAt: string }[] }>(instance.url, again, "{ feeds { newestAt } }"),
      ({ feeds }) => feeds.some(({ newestAt }) => newestAt > backAt),
      60_000,
    );
    expect(events.feeds.length).toBeGreaterThan(300);
  }, 300_000);
});
