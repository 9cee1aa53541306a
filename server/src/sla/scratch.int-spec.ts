import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { saveSlaPolicy, seedRegistry } from "@watchfloor/sql";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import { openColumnWords } from "../metrics/compiler/derived-columns.js";
import { openMetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope } from "../scope/scope.js";
import { storeWorkingIntervals } from "./clocks/store-working-intervals.js";
import { policyTerms } from "./testing/build-sla-world.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const COUNT = Number(process.env["RUNS"] ?? 1_000_000);

it("measures", async () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-scratch-"));
  const world = await openMetricsWorld(directory, NOW);
  const log: unknown[] = [];
  try {
    await world.clickhouse.command(`INSERT INTO run (tenant, day, client, workflow, run, store, started_at, due_at, finished_at, outcome, pauses, version)
      SELECT 't1', toDate(s), concat('c', toString(1 + rand(1) % 3)), concat('w', toString(rand(2) % 10)), toString(number), concat('s', toString(rand(3) % 300)),
      fromUnixTimestamp64Milli(toInt64(1772366400000) + intDiv(number * 7776000000, ${COUNT}), 'UTC') AS s, s + toIntervalSecond(3600), if(rand(6) % 5000 = 0, toDateTime64('2200-01-01', 3, 'UTC'), s + toIntervalSecond(rand(4) % 5000)), 'succeeded', if(rand(5) % 50 = 0, [(s + toIntervalSecond(100), s + toIntervalSecond(500), 'x')], []), 1 FROM numbers(${COUNT})`);
    const week = Array.from({ length: 7 }, () => [{ from: "08:00", to: "20:00" }]);
    const shapes: [string, number, string][] = [["wall", 0, ""], ["one", 1, "k0"], ["stores", 300, "@store"]];
    for (const [shape, calendars, calendar] of shapes) {
      if (calendars > 0)
        await seedRegistry(world.postgres, "t1", {
          calendars: Array.from({ length: calendars }, (_, n) => ({ id: `k${n}`, title: "k", timeZone: "Europe/Berlin", week })),
          stores: Array.from({ length: calendars }, (_, n) => ({ client: "c1", id: `s${n}`, title: "s", region: "north", calendar: `k${n}` })),
        }, NOW);
      const versions = await world.registry.findSlaBook("t1");
      await saveSlaPolicy(world.postgres, "t1", { terms: policyTerms("all", { calendar, limitSeconds: 1_800 }), expectedVersion: versions.policies.length });
      const t0 = performance.now();
      const written = await storeWorkingIntervals(world, NOW, "t1");
      log.push([shape, "stored", written, Math.round(performance.now() - t0)]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      (world.registry as unknown as { known: { forget(): void } }).known.forget();
      const rules = await world.registry.findPromiseRules(admin);
      for (const text of ["sla_due_at", "sla_due_at, sla_clock_ms"]) {
        const params = new SqlParameters();
        params.add("tenant", "String", "t1"); params.addInstant("as_of", NOW);
        const words = openColumnWords("run", rules, params);
        const sql = `SELECT ${text.split(", ").map((w, i) => `max(${w}) AS x${i}`).join(", ")}, countIf(finished_at <= sla_due_at) AS met ${words.renderFrom("run", ["tenant = {tenant:String}"], text).join("\n")}`;
        writeFileSync("/tmp/slaproto/q.sql", sql); writeFileSync("/tmp/slaproto/log.txt", log.map((l) => JSON.stringify(l)).join("\n"));
        const t = performance.now();
        try { log.push([shape, text, Math.round(performance.now() - t), JSON.stringify(await world.clickhouse.query({ name: "x", sql, params: params.values, maxSeconds: 60 })), Math.round(performance.now() - t)]); }
        catch (e) { log.push([shape, text, String(e).slice(0, 300), Math.round(performance.now() - t)]); }
      }
      for (const metrics of [["sla_attainment"], ["on_time_rate"], ["sla_overdue", "sla_at_risk"]]) {
        const t = performance.now();
        const answer = await world.service.ask(admin, { metrics, from: new Date("2026-03-01T00:00:00Z"), to: NOW }, { coverage: false }).catch((e) => String(e).slice(0, 300));
        log.push([shape, metrics.join(), Math.round(performance.now() - t), JSON.stringify(typeof answer === "string" ? answer : answer.isAnswered ? answer.answer.groups[0]?.values.map((v) => [v.value, v.denominator]) : answer)]);
      }
    }
  } finally {
    writeFileSync("/tmp/slaproto/log.txt", log.map((l) => JSON.stringify(l)).join("\n"));
    await world.close(); rmSync(directory, { recursive: true, force: true });
  }
}, 280_000);
