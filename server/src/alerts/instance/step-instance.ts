import { isFiring, type AlertInstance } from "./alert-instance.js";
import type { AlertTerms } from "./alert-terms.js";
import type { AlertTransition, ResolveReason, TransitionKind } from "./alert-transition.js";
import type { Judgement } from "./judgement.js";

/** InstanceStep is what one evaluation made of an instance. */
export interface InstanceStep {
  readonly instance: AlertInstance;
  readonly transitions: readonly AlertTransition[];
}

/**
 * stepInstance is the state machine of section 3, with the no-data policies of section 6: a function of the state, one judgement at slot
 * `at`, and the terms of the rule. It agrees with Prometheus at every evaluation where both have an opinion.
 */
export function stepInstance(
  before: AlertInstance,
  judgement: Judgement,
  { at, terms }: { readonly at: number; readonly terms: AlertTerms },
): InstanceStep {
  if (judgement.outcome === "error") return { instance: { ...before, health: "error" }, transitions: [] };
  const seen = new Stepping(see(before, judgement, at), at, terms);
  if (judgement.outcome === "missing") seen.miss();
  else {
    if (before.isNoDataTold) seen.tell("no_data_ended");
    if (judgement.outcome === "match" || (judgement.outcome === "hold" && isFiring(before))) seen.match();
    else seen.leave("cleared");
  }
  return { instance: seen.instance, transitions: seen.transitions };
}

/** endEpisode closes what fires, or drops what is pending, for a reason that lies outside the data. */
export function endEpisode(
  before: AlertInstance,
  reason: ResolveReason,
  { at, terms }: { readonly at: number; readonly terms: AlertTerms },
): InstanceStep {
  const stepping = new Stepping(before, at, terms);
  if (before.state !== "inactive") stepping.end(reason);
  return { instance: stepping.instance, transitions: stepping.transitions };
}

function see(before: AlertInstance, { outcome, value }: Judgement, at: number): AlertInstance {
  if (outcome === "missing") return { ...before, health: "no_data", missingSince: before.missingSince ?? at };
  return { ...before, health: "ok", lastSeenAt: at, lastValue: value, missingSince: null };
}

class Stepping {
  readonly transitions: AlertTransition[] = [];

  constructor(
    public instance: AlertInstance,
    private readonly at: number,
    private readonly terms: AlertTerms,
  ) {}

  /** The condition holds, or holds still. */
  match(): void {
    const { state } = this.instance;
    if (state === "recovering") this.move("firing", { keepSince: null });
    else if (state === "firing") this.instance = { ...this.instance, keepSince: null };
    else this.promote();
  }

  /** Pending becomes firing in the evaluation in which `for` has passed; with `for` 0 it is never seen as pending. */
  private promote(): void {
    const activeAt = this.instance.activeAt ?? this.at;
    const isDue = this.at - activeAt >= this.terms.forMs;
    if (isDue) {
      const episodeSeq = this.instance.episodeSeq + 1;
      this.move("firing", { activeAt, firedAt: this.at, episodeSeq }, { kind: "fired" });
    } else if (this.instance.state === "inactive") this.move("pending", { activeAt });
  }

  /** The condition does not hold: the keep clock starts at the first such evaluation. */
  leave(reason: ResolveReason): void {
    if (isFiring(this.instance) && this.terms.keepFiringMs > 0) {
      const keepSince = this.instance.keepSince ?? this.at;
      if (this.at - keepSince < this.terms.keepFiringMs) {
        if (this.instance.state === "firing") this.move("recovering", { keepSince });
        return;
      }
    }
    if (this.instance.state !== "inactive") this.end(reason);
  }

  miss(): void {
    const { noData, noDataKeepMs, noDataResolveAfterMs } = this.terms;
    const { state, missingSince, lastSeenAt } = this.instance;
    if (noData === "fire") return this.match();
    if (noData === "resolve") return this.leave("missing_series");
    const unseenMs = this.at - (lastSeenAt ?? missingSince ?? this.at);
    if (noData === "notify" && !this.instance.isNoDataTold && unseenMs > noDataKeepMs) this.tell("no_data_started");
    if (state === "pending" && unseenMs > noDataKeepMs) this.end("no_data");
    else if (state === "recovering") this.leave("cleared");
    else if (state === "firing" && unseenMs >= noDataResolveAfterMs) this.end("no_data");
  }

  end(reason: ResolveReason): void {
    const told = isFiring(this.instance) ? { kind: "resolved" as const, reason } : {};
    this.move("inactive", { activeAt: null, firedAt: null, keepSince: null }, told);
  }

  tell(kind: "no_data_started" | "no_data_ended"): void {
    this.move(this.instance.state, { isNoDataTold: kind === "no_data_started" }, { kind });
  }

  private move(
    to: AlertInstance["state"],
    change: Partial<AlertInstance>,
    told: { kind?: TransitionKind; reason?: ResolveReason } = {},
  ): void {
    const { state: from, activeAt: wasActiveAt, lastValue: value } = this.instance;
    const transitionSeq = this.instance.transitionSeq + 1;
    this.instance = { ...this.instance, ...change, state: to, transitionSeq };
    const { activeAt, episodeSeq } = this.instance;
    this.transitions.push({
      ...{ kind: told.kind ?? "history", reason: told.reason ?? null },
      ...{ from, to, at: this.at, activeAt: activeAt ?? wasActiveAt, value, transitionSeq, episodeSeq },
    });
  }
}
