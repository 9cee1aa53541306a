import { ClickHouseFailure } from "./clickhouse-failure.js";
import { untilAvailable } from "./until-available.js";

const away = () =>
  new ClickHouseFailure("command", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));

describe("untilAvailable", () => {
  it("repeats while the engine is away, and waits longer each time", async () => {
    const waits: number[] = [];
    let tries = 0;
    const work = () => ((tries += 1) < 3 ? Promise.reject(away()) : Promise.resolve("there"));
    expect(await untilAvailable(work, (_, retryMs) => waits.push(retryMs))).toBe("there");
    expect(waits).toEqual([250, 500]);
  });

  it("passes on what waiting does not mend", async () => {
    const wrong = new ClickHouseFailure("command", Object.assign(new Error("syntax"), { code: "62" }));
    const onRetry = () => expect("a retry").toBe("none");
    await expect(untilAvailable(() => Promise.reject(wrong), onRetry)).rejects.toBe(wrong);
    const other = new Error("no failure of the engine");
    await expect(untilAvailable(() => Promise.reject(other), onRetry)).rejects.toBe(other);
  });
});
