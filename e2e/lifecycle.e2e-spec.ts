import { once } from "node:events";
import { createServer } from "node:net";
import { getData, sendEvents, signIn, eventually } from "./support/ask.js";
import { ADMIN, findFreePort, startInstance } from "./support/start-instance.js";

const KEY = "wfi_lifecycle_0123456789";
const COUNT = `query ($from: DateTime!, $to: DateTime!) {
  metrics(query: { metrics: ["runs_started"], from: $from, to: $to }) { groups { values { value } } }
}`;

async function countRuns(url: string, token: string): Promise<number | undefined> {
  const range = {
    from: new Date(Date.now() - 86_400_000).toISOString(),
    to: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const data = await getData<{ metrics: { groups: { values: { value: number }[] }[] } }>(url, token, COUNT, range);
  return data.metrics.groups[0]?.values[0]?.value;
}

const started = (id: string) => ({
  id,
  kind: "run.started",
  time: new Date().toISOString(),
  source: "test",
  client: "c",
  workflow: "w",
  run: id,
});

describe("starting and stopping", () => {
  it("says clearly that a port is taken, and what to do", async () => {
    const blocker = createServer();
    const port = await findFreePort();
    blocker.listen(port, "127.0.0.1");
    await once(blocker, "listening");
    await expect(startInstance({ WATCHFLOOR_PORT: String(port) })).rejects.toThrow(
      new RegExp(`Port ${port} is taken[\\s\\S]*WATCHFLOOR_PORT=`),
    );
    await expect(startInstance({ WATCHFLOOR_INGEST_PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
    blocker.close();
  }, 60_000);

  it("names every wrong setting at once", async () => {
    await expect(startInstance({ WATCHFLOOR_ROLES: "cook", WATCHFLOOR_PORT: "http" })).rejects.toThrow(
      /WATCHFLOOR_PORT[\s\S]*WATCHFLOOR_ROLES/,
    );
  }, 60_000);

  it("stops on SIGTERM with code 0 within 10 s, and goes on with the same data after a second start", async () => {
    const first = await startInstance({ WATCHFLOOR_INGEST_KEY: KEY });
    await sendEvents(first.eventsUrl, KEY, [started("a"), started("b")]);
    const stoppedAt = Date.now();
    expect(await first.stop()).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    const second = await startInstance({ WATCHFLOOR_DATA: first.dataDirectory, WATCHFLOOR_INGEST_KEY: KEY });
    const token = await signIn(second.url, ADMIN);
    await sendEvents(second.eventsUrl, KEY, [started("c")]);
    expect(
      await eventually(
        () => countRuns(second.url, token),
        (count) => count === 3,
      ),
    ).toBe(3);
    await second.stop();
    second.remove();
  }, 90_000);

  it("refuses a data directory that another process uses, and leaves that one alone", async () => {
    const first = await startInstance({ WATCHFLOOR_INGEST_KEY: KEY });
    await expect(startInstance({ WATCHFLOOR_DATA: first.dataDirectory })).rejects.toThrow(/data directory/i);
    const token = await signIn(first.url, ADMIN);
    await sendEvents(first.eventsUrl, KEY, [started("still-here")]);
    expect(
      await eventually(
        () => countRuns(first.url, token),
        (count) => count === 1,
      ),
    ).toBe(1);
    await first.stop();
    first.remove();
  }, 90_000);
});
