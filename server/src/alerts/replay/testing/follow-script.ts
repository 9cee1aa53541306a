import { parseSeconds } from "../promql/parse-seconds.js";
import type { ReplayedNotification } from "../replay-notifications.js";
import type { DrawnScript, ScriptEntry } from "./draw-script.js";

/** Deviation names what the product does on purpose other than Alertmanager 0.25: numbers of section 8.4, or the section that says it. */
export type Deviation = "8.4.1" | "8.4.2" | "8.4.3" | "8.4.4" | "8.2 critical" | "8.3 untold" | "9.1 told";

/** DEVIATIONS are all of them. */
export const DEVIATIONS: readonly Deviation[] = [
  "8.4.1",
  "8.4.2",
  "8.4.3",
  "8.4.4",
  "8.2 critical",
  "8.3 untold",
  "9.1 told",
];

type Labels = Readonly<Record<string, string>>;
interface Member {
  readonly labels: Labels;
  readonly id: string;
  isFiring: boolean;
}
interface Group {
  readonly key: string;
  readonly members: Map<string, Member>;
  next: number;
  wasFlushed: boolean;
}
interface Memory {
  readonly firing: ReadonlySet<string>;
  readonly resolved: ReadonlySet<string>;
  readonly at: number;
}

/**
 * followScript is a second, independent reckoning of a script: without deviations what Alertmanager 0.25 does (dispatch.go, notify.go,
 * inhibit.go), with all of them what the product promises. So a difference between both is explained by the deviations that make it.
 */
export function followScript(script: DrawnScript, deviations: ReadonlySet<Deviation>): ReplayedNotification[] {
  return new Follower(script, deviations).run();
}

class Follower {
  private readonly wait: number;
  private readonly groups = new Map<string, Group>();
  /** What was sent last about a group; it outlives the group. */
  private readonly memories = new Map<string, Memory>();
  private readonly firing = new Map<string, { labels: Labels; id: string }>();
  private readonly silences = new Map<string, { matchers: readonly string[]; end: number }[]>();
  private readonly sent: ReplayedNotification[] = [];
  private episodes = 0;

  constructor(
    private readonly script: DrawnScript,
    private readonly deviations: ReadonlySet<Deviation>,
  ) {
    this.wait = parseSeconds(script.config.group_wait);
  }

  run(): ReplayedNotification[] {
    const entries = [...this.script.script].sort((left, right) => left.t - right.t);
    for (const entry of entries) {
      this.tickUntil(entry.t);
      this.apply(entry);
    }
    this.tickUntil(this.script.until_t);
    return this.sent;
  }

  private apply({ t, do: operation, labels = {}, name = "", matchers = [], for: time }: ScriptEntry): void {
    const key = JSON.stringify(Object.entries(labels).sort());
    const now = this.firing.get(key);
    if (operation === "fire" && now === undefined) {
      this.episodes += 1;
      const id = this.deviations.has("8.4.2") ? `${key} ${this.episodes}` : key;
      this.firing.set(key, { labels, id });
      this.put(key, { labels, id, isFiring: true }, t);
    } else if (operation === "resolve" && (now !== undefined || !this.deviations.has("8.3 untold"))) {
      this.firing.delete(key);
      this.put(key, { labels, id: now?.id ?? key, isFiring: false }, t);
    } else if (operation === "silence") {
      const end = time === undefined ? Infinity : t + parseSeconds(time);
      this.silences.set(name, [...(this.silences.get(name) ?? []), { matchers, end }]);
    } else if (operation === "expire")
      this.silences.set(
        name,
        (this.silences.get(name) ?? []).map((one) => ({ ...one, end: Math.min(one.end, t) })),
      );
  }

  private put(key: string, member: Member, t: number): void {
    const name = this.script.config.group_by.map((label) => `${label}=${member.labels[label] ?? ""}`).join(",");
    const group = this.groups.get(name) ?? {
      key: name,
      members: new Map<string, Member>(),
      next: t + this.wait,
      wasFlushed: false,
    };
    this.groups.set(name, group);
    const before = group.members.get(key);
    const isNew = member.isFiring && before?.isFiring !== true;
    // What ended and begins again before anybody was told goes on.
    const goesOn = isNew && before !== undefined;
    const told = this.memories.get(name)?.firing;
    if (goesOn && told?.has(before.id) === true)
      this.memories.set(name, { ...this.remember(name), firing: new Set([...told, member.id]) });
    group.members.set(key, member);
    const isOver = [...group.members.values()].every(({ isFiring }) => !isFiring);
    const isCritical = isNew && member.labels["severity"] === "critical" && this.deviations.has("8.2 critical");
    if (group.wasFlushed && ((isOver && this.deviations.has("8.4.3")) || isCritical))
      group.next = Math.min(group.next, t + this.wait);
  }

  private remember(name: string): Memory {
    return this.memories.get(name) ?? { firing: new Set(), resolved: new Set(), at: -Infinity };
  }

  private tickUntil(t: number): void {
    for (;;) {
      const due = [...this.groups.values()]
        .filter(({ next }) => next < t)
        .sort((left, right) => left.next - right.next)[0];
      if (due === undefined) return;
      this.flush(due);
    }
  }

  private flush(group: Group): void {
    const at = group.next;
    group.next += this.script.config.group_interval_s;
    group.wasFlushed = true;
    const members = [...group.members.values()];
    const firing = members.filter((one) => one.isFiring && !this.isMuted(one.labels, at));
    const memory = this.memories.get(group.key);
    const resolved = members.filter(
      (one) =>
        !one.isFiring &&
        (this.deviations.has("8.4.1") || !this.isMuted(one.labels, at)) &&
        (!this.deviations.has("8.3 untold") || memory?.firing.has(one.id) === true),
    );
    const [firingIds, resolvedIds] = [firing, resolved].map((list) => new Set(list.map(({ id }) => id))) as [
      Set<string>,
      Set<string>,
    ];
    if (firing.length + resolved.length > 0 && this.isNews(memory, firingIds, resolvedIds, at)) {
      this.sent.push(describe(group.key, at, firing, resolved));
      const kept = this.deviations.has("9.1 told")
        ? [...(memory?.firing ?? [])].filter((id) => !resolvedIds.has(id))
        : [];
      this.memories.set(group.key, { firing: new Set([...kept, ...firingIds]), resolved: resolvedIds, at });
    }
    for (const [key, { isFiring }] of group.members) if (!isFiring) group.members.delete(key);
    if (group.members.size === 0 && this.deviations.has("8.4.4")) {
      this.groups.delete(group.key);
      if (this.deviations.has("8.4.2")) this.memories.delete(group.key);
    }
  }

  private isNews(
    memory: Memory | undefined,
    firing: ReadonlySet<string>,
    resolved: ReadonlySet<string>,
    at: number,
  ): boolean {
    if (memory === undefined) return firing.size > 0;
    if ([...firing].some((id) => !memory.firing.has(id))) return true;
    if (firing.size === 0) return this.deviations.has("8.3 untold") ? resolved.size > 0 : memory.firing.size > 0;
    if ([...resolved].some((id) => !memory.resolved.has(id))) return true;
    return at - memory.at >= parseSeconds(this.script.config.repeat_interval);
  }

  private isMuted(labels: Labels, at: number): boolean {
    const isSilenced = [...this.silences.values()]
      .flat()
      .some(({ matchers, end }) => at < end && passes(matchers, labels));
    return isSilenced || this.isInhibited(labels);
  }

  private isInhibited(labels: Labels): boolean {
    return this.script.config.inhibit_rules.some((rule) => {
      if (!passes(rule.target_matchers, labels)) return false;
      const isSource = passes(rule.source_matchers, labels);
      return [...this.firing.values()].some(
        ({ labels: source }) =>
          passes(rule.source_matchers, source) &&
          !(isSource && passes(rule.target_matchers, source)) &&
          rule.equal.every((label) => (source[label] ?? "") === (labels[label] ?? "")),
      );
    });
  }
}

function passes(matchers: readonly string[], labels: Labels): boolean {
  return matchers.every((matcher) => {
    const [, label = "", op = "", wanted = ""] = /^(\w+)(=~|!=|=)"?([^"]*)"?$/.exec(matcher) ?? [];
    const value = labels[label] ?? "";
    if (op === "=~") return new RegExp(`^(?:${wanted})$`).test(value);
    return (value === wanted) === (op === "=");
  });
}

function describe(
  group: string,
  t: number,
  firing: readonly Member[],
  resolved: readonly Member[],
): ReplayedNotification {
  const name = ({ labels }: Member, state: string) => `${labels["alertname"] ?? ""}/${labels["store"] ?? ""}:${state}`;
  const alerts = [...firing.map((one) => name(one, "firing")), ...resolved.map((one) => name(one, "resolved"))].sort();
  return { t, status: firing.length > 0 ? "firing" : "resolved", group, alerts };
}
