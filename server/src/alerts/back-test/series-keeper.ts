import type { JudgedInstance } from "../evaluate/judge-rule.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";

/** As many points as a chart has room for. */
const POINTS = 240;
/** A chart of more lines is read by nobody. */
const SHOWN = 6;
/** Of a rule of many thousand groups the first are kept. */
const MAX_GROUPS = 1_000;

/** BackTestSeries is the value of one group over a back-test: of each stretch the value nearest to firing, null where there was none. */
export interface BackTestSeries {
  /** Without the severity: the levels of a group share its values. */
  readonly labels: Labels;
  readonly fromMs: number;
  readonly stepMs: number;
  readonly values: readonly (number | null)[];
}

interface Kept {
  readonly labels: Labels;
  readonly values: (number | null)[];
  /** Slots at which it matched, then how near it came. */
  matches: number;
  nearest: number;
}

/** SeriesKeeper keeps the values a back-test sees, in few points, and gives those of the groups that matter most. */
export class SeriesKeeper {
  private readonly groups = new Map<string, Kept>();
  private readonly stepMs: number;

  /** `isLow`: the rule fires below its threshold, so the lowest value of a stretch is the one that matters. */
  constructor(
    private readonly range: { readonly fromMs: number; readonly toMs: number; readonly stepMs: number },
    private readonly isLow: boolean,
  ) {
    const slots = Math.round((range.toMs - range.fromMs) / range.stepMs);
    this.stepMs = Math.max(1, Math.ceil(slots / POINTS)) * range.stepMs;
  }

  /** note takes what a slot said. */
  note(slotAt: number, instances: readonly JudgedInstance[]): void {
    // A slot speaks of the time before it.
    const place = Math.ceil((slotAt - this.range.fromMs) / this.stepMs) - 1;
    for (const { labels, judgement } of instances) {
      const kept = this.open(labels);
      if (kept === undefined) continue;
      if (judgement.outcome === "match") kept.matches += 1;
      const { value } = judgement;
      if (value === null || !Number.isFinite(value)) continue;
      const near = this.isLow ? -value : value;
      const known = kept.values[place] ?? null;
      kept.nearest = Math.max(kept.nearest, near);
      if (known === null || near > (this.isLow ? -known : known)) kept.values[place] = value;
    }
  }

  /** list gives the groups that matched most, then those that came nearest. */
  list(): BackTestSeries[] {
    return [...this.groups.values()]
      .filter(({ values }) => values.some((value) => value !== null))
      .sort((left, right) => right.matches - left.matches || right.nearest - left.nearest)
      .slice(0, SHOWN)
      .map(({ labels, values }) => ({ labels, fromMs: this.range.fromMs, stepMs: this.stepMs, values }));
  }

  private open({ severity: _, ...labels }: Labels): Kept | undefined {
    const key = fingerprintLabels(labels);
    const known = this.groups.get(key);
    if (known !== undefined || this.groups.size >= MAX_GROUPS) return known;
    const points = Math.ceil((this.range.toMs - this.range.fromMs) / this.stepMs);
    const kept = { labels, values: Array.from({ length: points }, () => null), matches: 0, nearest: -Infinity };
    this.groups.set(key, kept);
    return kept;
  }
}
