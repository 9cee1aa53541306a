import type { DetectorPoint } from "../point-score.js";

/** scorePlainly computes the scores of the detector from the formulas, slowly and with plain lists, sharing no code with it. */
export function scorePlainly(form: "tail" | "ratio", points: readonly DetectorPoint[], slots: number): number[] {
  const gain = form === "tail" ? 0.3 : 0.5;
  const scale = form === "tail" ? 1 : 5.1 / 8.3;
  const [season, visits] = [Array<number>(slots).fill(0), Array<number>(slots).fill(0)];
  const tails = { error: new PlainTail(), drift: new PlainTail(), shift: new PlainTail() };
  const errors: number[] = [];
  const values: number[] = [];
  let [level, usual, long] = [points[0]?.value ?? 0, 0, 0];
  return points.map(({ value, slot }, at) => {
    const q = level + (season[slot] ?? 0);
    const r = value - q;
    errors.push(r);
    values.push(value);
    const floor = (size: number, of: number) => (of === 0 ? 1 : Math.min(1, size / (0.1 * Math.abs(of))));
    const fA = tails.error.add(Math.abs(r)) * floor(Math.abs(r), q);
    const z0 = usual + 0.005 * Math.abs(q) > 0 ? Math.abs(r) / (usual + 0.005 * Math.abs(q)) : 0;
    const bottom = usual + 0.005 * Math.abs(q) + long;
    const z = bottom > 0 ? Math.abs(r) / bottom : 0;
    const sudden = r === 0 ? 0 : form === "tail" ? 2.2 * fA + 0.1 * Math.min(z0, 10) : z;
    const mean = Math.abs(errors.slice(-6).reduce((sum, each) => sum + each, 0) / 6);
    const drift = 2.2 * scale * tails.drift.add(mean) * floor(mean, q);
    let shift = 0;
    if (values.length >= 156) {
      const before = median(values.slice(-156, -12));
      const size = Math.abs(median(values.slice(-12)) - before);
      shift = 2.2 * scale * tails.shift.add(size) * floor(size, before);
    }
    const n = at + 1;
    usual += n <= 100 ? (Math.abs(r) - usual) / n : 0.005 * (Math.min(Math.abs(r), 6 * usual) - usual);
    long += (Math.abs(r) - long) / Math.min(n, 4_000);
    level += gain * r;
    visits[slot] = (visits[slot] ?? 0) + 1;
    season[slot] = (season[slot] ?? 0) + Math.max(0.1, 1 / (visits[slot] ?? 1)) * (value - level - (season[slot] ?? 0));
    return at < 96 ? 0 : Math.max(sudden, drift, shift);
  });
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

class PlainTail {
  private readonly counts = new Map<number, number>();
  private scale = 0;
  private mean = 0;
  private seen = 0;
  private fit: { t: number; p: number; xi: number; sg: number } | undefined;

  private get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  add(size: number): number {
    const rarity = this.fit === undefined || size === 0 ? 0 : this.rarity(size, this.fit);
    const trust = Math.min(1, 0.6 + (0.4 * this.seen) / 864);
    const kept = rarity > 4 && this.fit !== undefined ? Math.min(size, this.quantile(4, this.fit)) : size;
    this.seen += 1;
    this.mean += (kept - this.mean) / Math.min(this.seen, 2_000);
    if (this.scale === 0 && this.seen >= 20 && this.mean > 0) this.scale = this.mean;
    if (this.scale > 0) this.counts.set(this.bin(kept), (this.counts.get(this.bin(kept)) ?? 0) + 1);
    if (this.total > 2_000) for (const [bin, count] of this.counts) this.counts.set(bin, count / 2);
    if (this.seen % 8 === 0 && this.total > 50) this.refit();
    return trust * rarity;
  }

  private bin(size: number): number {
    if (size === 0) return -64;
    return Math.max(-64, Math.min(63, Math.floor(Math.log(size / this.scale) / Math.log(1.15))));
  }

  private rarity(size: number, { t, p, xi, sg }: { t: number; p: number; xi: number; sg: number }): number {
    if (size > t && sg > 0)
      return -Math.log10(p) + (xi < 1e-6 ? (size - t) / sg : Math.log(1 + (xi * (size - t)) / sg) / xi) / Math.LN10;
    const above = [...this.counts].filter(([bin]) => bin >= this.bin(size)).reduce((sum, [, count]) => sum + count, 0);
    return -Math.log10(Math.max(above, 0.5) / this.total);
  }

  private quantile(rarity: number, { t, p, xi, sg }: { t: number; p: number; xi: number; sg: number }): number {
    const ratio = p * 10 ** rarity;
    if (ratio <= 1) return t;
    return t + (xi < 1e-6 ? sg * Math.log(ratio) : (sg / xi) * (ratio ** xi - 1));
  }

  private refit(): void {
    const { total } = this;
    let first = 64;
    let above = 0;
    while (first > -63 && above + (this.counts.get(first - 1) ?? 0) <= 0.03 * total) {
      first -= 1;
      above += this.counts.get(first) ?? 0;
    }
    const t = this.scale * 1.15 ** first;
    const excesses = [...this.counts]
      .filter(([bin]) => bin >= first)
      .map(([bin, count]) => ({ excess: this.scale * 1.15 ** (bin + 0.5) - t, count }));
    const m = above > 0 ? excesses.reduce((sum, { excess, count }) => sum + excess * count, 0) / above : 0;
    const v = above > 0 ? excesses.reduce((sum, { excess, count }) => sum + (excess - m) ** 2 * count, 0) / above : 0;
    const xi = v > 0 ? Math.max(0, Math.min(0.5, 0.5 * (1 - (m * m) / v))) : 0;
    this.fit = above > 0 ? { t, p: above / total, xi, sg: m * (1 - xi) } : { t, p: 0.5 / total, xi, sg: t / 10 };
  }
}
