import { addToGroup } from "../group/add-to-group.js";
import { flushGroup, type GroupNotification } from "../group/flush-group.js";
import { DEFAULT_GROUP_TIMING, type GroupTiming, type NotificationGroup } from "../group/notification-group.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { isInhibited, type InhibitRule } from "../mute/inhibit-rule.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import { isSilenced, type Silence } from "../mute/silence.js";
import type { NotificationScript } from "./scenario-file.js";

/** ReplayedNotification is one notification of a script: when, about what. `t` is seconds from the origin. */
export interface ReplayedNotification {
  readonly t: number;
  readonly status: "firing" | "resolved";
  readonly group: string;
  readonly alerts: readonly string[];
}

type Entry = NotificationScript["script"][number];

/** A script without an end is followed for so long after its last entry. */
const TAIL_INTERVALS = 4;

/** replayNotifications runs a script through grouping, silences and inhibition with simulated time. */
export function replayNotifications(script: NotificationScript): ReplayedNotification[] {
  return new ScriptRun(script).run();
}

class ScriptRun {
  private readonly timing: GroupTiming;
  private readonly inhibitRules: readonly InhibitRule[];
  private groups = new Map<string, NotificationGroup>();
  /** One of a name that is there already is one more. */
  private silences: (Silence & { readonly name: string })[] = [];
  private firing = new Map<string, { incident: string; labels: Labels }>();
  private readonly labelsOf = new Map<string, Labels>();
  private readonly sent: ReplayedNotification[] = [];
  private episodes = 0;

  constructor(private readonly script: NotificationScript) {
    const { config } = script;
    const read = (...given: (number | undefined)[]) => {
      const told = given.find((one) => one !== undefined);
      return told === undefined ? undefined : Math.round(told * 1_000);
    };
    this.timing = {
      waitMs: read(config.group_wait_s, config.group_wait) ?? DEFAULT_GROUP_TIMING.waitMs,
      intervalMs: read(config.group_interval_s, config.group_interval) ?? DEFAULT_GROUP_TIMING.intervalMs,
      repeatMs: read(config.repeat_interval_s, config.repeat_interval) ?? DEFAULT_GROUP_TIMING.repeatMs,
    };
    this.inhibitRules = (config.inhibit_rules ?? []).map((rule) => ({
      source: rule.source_matchers.map(parseLabelMatcher),
      target: rule.target_matchers.map(parseLabelMatcher),
      equal: rule.equal,
    }));
  }

  run(): ReplayedNotification[] {
    const entries = this.script.script.map((entry, order) => ({ entry, order }));
    entries.sort((left, right) => left.entry.t - right.entry.t || left.order - right.order);
    for (const { entry } of entries) {
      const at = Math.round(entry.t * 1_000);
      this.flushUntil(at - 1);
      this.apply(entry, at);
    }
    const last = Math.round((entries.at(-1)?.entry.t ?? 0) * 1_000);
    const until = this.script.until_t;
    this.flushUntil(until === undefined ? last + TAIL_INTERVALS * this.timing.intervalMs : Math.round(until * 1_000));
    return this.sent;
  }

  private apply(entry: Entry, at: number): void {
    switch (entry.do) {
      case "fire":
        return this.fire(entry.labels ?? {}, at);
      case "resolve":
        return this.resolve(entry.labels ?? {}, at);
      case "silence":
        this.silences.push({
          name: entry.name ?? "",
          matchers: (entry.matchers ?? []).map(parseLabelMatcher),
          startsAt: at,
          endsAt: entry.for === undefined || entry.for === null ? Infinity : at + Math.round(entry.for * 1_000),
        });
        return;
      case "expire":
        return this.expire(entry.name ?? "", at);
      case "restart":
      case "stop":
      case "start":
      case "kill":
        return this.restart();
      default:
        throw new Error(`"${entry.do}" at ${entry.t} s is not understood: fire, resolve, silence, expire or restart.`);
    }
  }

  private fire(labels: Labels, at: number): void {
    const fingerprint = fingerprintLabels(labels);
    if (this.firing.has(fingerprint)) return;
    this.episodes += 1;
    const incident = `${fingerprint} ${this.episodes}`;
    this.firing.set(fingerprint, { incident, labels });
    this.change({ fingerprint, incident, labels, at, state: "firing" });
  }

  private resolve(labels: Labels, at: number): void {
    const fingerprint = fingerprintLabels(labels);
    const known = this.firing.get(fingerprint);
    if (known === undefined) return;
    this.firing.delete(fingerprint);
    this.change({ fingerprint, incident: known.incident, labels, at, state: "resolved" });
  }

  private change(told: {
    fingerprint: string;
    incident: string;
    labels: Labels;
    at: number;
    state: "firing" | "resolved";
  }): void {
    const { fingerprint, incident, labels, at, state } = told;
    this.labelsOf.set(incident, labels);
    const key = this.script.config.group_by.map((label) => `${label}=${labels[label] ?? ""}`).join(",");
    const member = { fingerprint, incident, state, isCritical: labels["severity"] === "critical" };
    const { group } = addToGroup(this.groups.get(key), { member, at }, { key, timing: this.timing });
    this.groups.set(key, group);
  }

  private expire(name: string, at: number): void {
    this.silences = this.silences.map((silence) =>
      silence.name === name ? { ...silence, endsAt: Math.min(silence.endsAt, at) } : silence,
    );
  }

  /** All that a process knows of groups is their documents: it is written, forgotten, and read again. */
  private restart(): void {
    // NOTE: documents are plain data; what was written is what is read.
    const documents = JSON.parse(JSON.stringify([...this.groups.values()])) as NotificationGroup[];
    this.groups = new Map(documents.map((group) => [group.key, group]));
  }

  /** Ticks up to an instant, the earliest first. */
  private flushUntil(until: number): void {
    for (;;) {
      const due = [...this.groups.values()]
        .filter(({ next }) => next <= until)
        .sort((left, right) => left.next - right.next);
      const [group] = due;
      if (group === undefined) return;
      this.flush(group);
    }
  }

  private flush(before: NotificationGroup): void {
    const firing = [...this.firing.values()].map(({ labels }) => labels);
    const { group, notification } = flushGroup(before, this.timing, {
      isVisible: ({ incident }) => {
        const labels = this.labelsOf.get(incident) ?? {};
        return !isSilenced(this.silences, labels, before.next) && !isInhibited(this.inhibitRules, labels, firing);
      },
    });
    if (group === undefined) this.groups.delete(before.key);
    else this.groups.set(before.key, group);
    if (notification !== undefined) this.sent.push(this.describe(notification));
  }

  private describe({ key, tick, firing, resolved }: GroupNotification): ReplayedNotification {
    const name = (incident: string, state: string): string => {
      const { alertname = "", store, ...rest } = this.labelsOf.get(incident) ?? {};
      const subject = store ?? rest["instance"] ?? rest["client"];
      return `${subject === undefined ? alertname : `${alertname}/${subject}`}:${state}`;
    };
    const alerts = [
      ...firing.map(({ member }) => name(member.incident, "firing")),
      ...resolved.map(({ incident }) => name(incident, "resolved")),
    ].sort();
    return { t: tick / 1_000, status: firing.length > 0 ? "firing" : "resolved", group: key, alerts };
  }
}
