import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ReplayedNotification } from "../replay-notifications.js";
import type { DrawnScript, ScriptEntry } from "./draw-script.js";

const PROGRAMS = ["prometheus-alertmanager", "alertmanager"];
/** How long scripts may go on after their end. */
const TAIL_MS = 400;

interface Payload {
  readonly status: "firing" | "resolved";
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** askAlertmanager plays scripts to a real Alertmanager in real time, all at once, each with routes, silences and inhibitions of its own; undefined where none is installed. */
export async function askAlertmanager(
  scripts: readonly DrawnScript[],
  random: () => number,
): Promise<ReplayedNotification[][] | undefined> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-alertmanager-"));
  const told = scripts.map((): ReplayedNotification[] => []);
  let began = 0;
  const receiver = createServer((request, response) => {
    const t = (performance.now() - began) / 1_000;
    void readBody(request).then((body) => {
      const place = Number((request.url ?? "").slice(1));
      const script = scripts[place];
      if (script !== undefined) told[place]?.push(describe(script, JSON.parse(body) as Payload, t));
      response.end();
    });
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const hook = (receiver.address() as AddressInfo).port;
  const port = 20_000 + Math.floor(random() * 20_000);
  writeFileSync(join(directory, "config.json"), JSON.stringify(buildConfig(scripts, hook)));
  const child = await startProgram([
    "--config.file",
    join(directory, "config.json"),
    "--storage.path",
    directory,
    "--web.listen-address",
    `127.0.0.1:${port}`,
    "--cluster.listen-address=",
  ]);
  try {
    if (child === undefined) return undefined;
    const api = `http://127.0.0.1:${port}/api/v2`;
    await untilReady(api);
    began = performance.now() + 200;
    await Promise.all(scripts.map((script, place) => play(script, { api, place, began })));
    return told;
  } finally {
    await stopProgram(child);
    receiver.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function startProgram(args: readonly string[]) {
  for (const program of PROGRAMS) {
    const child = spawn(program, args, { stdio: "ignore" });
    const isThere = await Promise.race([once(child, "spawn").then(() => true), once(child, "error").then(() => false)]);
    if (isThere) return child;
  }
  return undefined;
}

/** It writes what it knows when it ends: only then its directory can go. */
async function stopProgram(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

function buildConfig(scripts: readonly DrawnScript[], hook: number): unknown {
  const name = (place: number) => `script-${place}`;
  return {
    route: {
      receiver: "nobody",
      routes: scripts.map(({ config }, place) => ({
        ...{ receiver: name(place), matchers: [`script="${place}"`], group_by: config.group_by },
        ...{ group_wait: config.group_wait, group_interval: `${config.group_interval_s}s` },
        repeat_interval:
          typeof config.repeat_interval === "number" ? `${config.repeat_interval}s` : config.repeat_interval,
      })),
    },
    inhibit_rules: scripts.flatMap(({ config }, place) =>
      config.inhibit_rules.map(({ source_matchers: sources, target_matchers: targets, equal }) => ({
        source_matchers: [...sources, `script="${place}"`],
        target_matchers: [...targets, `script="${place}"`],
        equal,
      })),
    ),
    receivers: [
      { name: "nobody" },
      ...scripts.map((_, place) => ({
        ...{ name: name(place) },
        webhook_configs: [{ url: `http://127.0.0.1:${hook}/${place}`, send_resolved: true }],
      })),
    ],
  };
}

async function untilReady(api: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(`${api}/status`).catch(() => undefined);
    if (answer?.ok === true) return;
    await wait(50);
  }
  throw new Error("Alertmanager does not answer.");
}

interface Play {
  readonly api: string;
  readonly place: number;
  readonly began: number;
}

async function play(script: DrawnScript, { api, place, began }: Play): Promise<void> {
  const silences = new Map<string, string[]>();
  const starts = new Map<string, string>();
  const until = async (t: number) => wait(Math.max(0, began + t * 1_000 - performance.now()));
  for (const entry of [...script.script].sort((left, right) => left.t - right.t)) {
    await until(entry.t);
    const now = new Date();
    if (entry.do === "silence") {
      const id = await silence(api, entry, { place, now });
      silences.set(entry.name ?? "", [...(silences.get(entry.name ?? "") ?? []), id]);
    } else if (entry.do === "expire")
      for (const id of silences.get(entry.name ?? "") ?? []) await fetch(`${api}/silence/${id}`, { method: "DELETE" });
    else await postAlert(api, entry, { place, now, starts });
  }
  await until(script.until_t);
  await wait(TAIL_MS);
}

async function silence(api: string, entry: ScriptEntry, { place, now }: { place: number; now: Date }): Promise<string> {
  const matchers = [...(entry.matchers ?? []), `script="${place}"`].map((text) => {
    const [, name = "", op = "", value = ""] = /^(\w+)(=~|!=|=)"?([^"]*)"?$/.exec(text) ?? [];
    return { name, value, isRegex: op.includes("~"), isEqual: !op.startsWith("!") };
  });
  const seconds =
    typeof entry.for === "number" ? entry.for : ({ "60s": 60, "1m30s": 90, "8250ms": 8.25 }[entry.for ?? ""] ?? 60);
  const body = {
    matchers,
    startsAt: now.toISOString(),
    endsAt: new Date(now.getTime() + seconds * 1_000).toISOString(),
    createdBy: "proof",
    comment: "proof",
  };
  const answer = await post(`${api}/silences`, body);
  return ((await answer.json()) as { silenceID: string }).silenceID;
}

async function postAlert(
  api: string,
  entry: ScriptEntry,
  { place, now, starts }: { place: number; now: Date; starts: Map<string, string> },
): Promise<void> {
  const key = JSON.stringify(entry.labels);
  const isFire = entry.do === "fire";
  const startsAt = starts.get(key) ?? now.toISOString();
  if (isFire) starts.set(key, startsAt);
  else starts.delete(key);
  const endsAt = isFire ? new Date(now.getTime() + 3_600_000) : now;
  const labels = { ...entry.labels, script: String(place) };
  await post(`${api}/alerts`, [{ labels, startsAt, endsAt: endsAt.toISOString() }]);
}

async function post(url: string, body: unknown): Promise<Response> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Alertmanager refuses ${JSON.stringify(body)}: ${await answer.text()}`);
  return answer;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function describe({ config }: DrawnScript, { status, groupLabels, alerts }: Payload, t: number): ReplayedNotification {
  const group = config.group_by.map((label) => `${label}=${groupLabels[label] ?? ""}`).join(",");
  const names = alerts.map(
    ({ status: state, labels }) => `${labels["alertname"] ?? ""}/${labels["store"] ?? ""}:${state}`,
  );
  return { t, status, group, alerts: names.sort() };
}
