import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { SampleSeries } from "./sample-series.js";
import type { SampleStore } from "./sample-store.js";

/** ActiveAlert is an instance of a rule that is pending or fires; instants are milliseconds. */
export interface ActiveAlert {
  readonly alert: string;
  readonly labels: Labels;
  readonly isFiring: boolean;
  readonly activeAt: number;
}

/** AlertSeries writes the series by which queries see alerts, as Prometheus does: ALERTS and ALERTS_FOR_STATE. */
export class AlertSeries {
  private readonly known = new Map<string, SampleSeries>();
  /** What each rule wrote at its last evaluation. */
  private readonly written = new Map<number, Set<SampleSeries>>();

  constructor(private readonly store: SampleStore) {}

  /** write says what a rule (known by its place) is about after an evaluation; what it was about before and is not now is absent. */
  write(rule: number, active: readonly ActiveAlert[], at: number): void {
    const now = new Set<SampleSeries>();
    for (const { alert, labels, isFiring, activeAt } of active) {
      const named = { ...labels, alertname: alert };
      const states = { ...named, alertstate: isFiring ? "firing" : "pending" };
      now.add(this.put("ALERTS", states, { at, value: 1 }));
      now.add(this.put("ALERTS_FOR_STATE", named, { at, value: Math.floor(activeAt / 1_000) }));
    }
    for (const series of this.written.get(rule) ?? []) if (!now.has(series)) series.append({ at, value: null });
    this.written.set(rule, now);
  }

  private put(name: string, labels: Labels, sample: { at: number; value: number }): SampleSeries {
    const key = `${name} ${fingerprintLabels(labels)}`;
    let series = this.known.get(key);
    if (series === undefined) {
      series = new SampleSeries(name, labels);
      this.known.set(key, series);
      this.store.add(series);
    }
    series.append(sample);
    return series;
  }
}
