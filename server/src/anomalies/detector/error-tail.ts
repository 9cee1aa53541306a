/** Bins are log-spaced: each is 15 % wider than the one before, so 128 of them span seven orders of magnitude. */
const BINS = 128;
const LOG_RATIO = Math.log(1.15);
/** The bin of the usual error when the scale is set: as much room below as above. */
const MIDDLE_BIN = 64;
const TAIL_SHARE = 0.03;
const HALVE_ABOVE = 2_000;
const FIT_EVERY = 8;
const SCALE_AFTER = 20;
/** Fewer sizes than this say nothing about a 97 % quantile. */
const FIT_AFTER = 50;
/**
 * What is rare among few says little: for three days rarity counts for less, at first for 0.6. In their first week, series of pure chance then pass
 * the start threshold 0.8 times and not 2; the score on NAB stays as it is (61.9 and 62.0).
 */
const TRUSTED_AFTER = 864;
const LEAST_TRUST = 0.6;
/** Sizes rarer than 1 in 10,000 are added as if they were just that rare: repeated incidents must not become normal. */
const CLIP_ABOVE = 4;

/** ErrorTail is what is known of the sizes of errors: a decaying histogram, and the tail fitted above its 97 % quantile. Plain data. */
export interface ErrorTail {
  readonly bins: Float32Array;
  /** Lower edge of the middle bin; 0 until there was an error. */
  scale: number;
  total: number;
  seen: number;
  mean: number;
  isFitted: boolean;
  threshold: number;
  share: number;
  shape: number;
  width: number;
  clipAt: number;
}

/** buildErrorTail returns the tail of nothing. */
export function buildErrorTail(): ErrorTail {
  const fit = { isFitted: false, threshold: 0, share: 1, shape: 0, width: 0, clipAt: Infinity };
  return { bins: new Float32Array(BINS), scale: 0, total: 0, seen: 0, mean: 0, ...fit };
}

/**
 * addToTail adds the size of an error and returns how rare it was, as -log10 P(size or more): 3 = one in a thousand. 0 until there are enough.
 * Peaks over threshold by the method of moments, after Siffer et al., "Anomaly detection in streams with extreme value theory", KDD 2017.
 */
export function addToTail(tail: ErrorTail, size: number): number {
  const rarity = tail.isFitted && size > 0 ? computeRarity(tail, size) : 0;
  const trust = readTrust(tail);
  const kept = rarity > CLIP_ABOVE ? Math.min(size, tail.clipAt) : size;
  tail.seen += 1;
  tail.mean += (kept - tail.mean) / Math.min(tail.seen, HALVE_ABOVE);
  if (tail.scale === 0 && tail.seen >= SCALE_AFTER && tail.mean > 0) tail.scale = tail.mean;
  if (tail.scale > 0) addCount(tail, kept);
  if (tail.seen % FIT_EVERY === 0 && tail.total > FIT_AFTER) fitTail(tail);
  return trust * rarity;
}

/** findSizeAt returns the size of error whose rarity is the given one, which must lie beyond the 97 % quantile; undefined before there is a fit. */
export function findSizeAt(tail: ErrorTail, rarity: number): number | undefined {
  if (!tail.isFitted) return undefined;
  const ratio = tail.share * 10 ** (rarity / readTrust(tail));
  if (ratio <= 1) return tail.threshold;
  if (tail.shape < 1e-6) return tail.threshold + tail.width * Math.log(ratio);
  return tail.threshold + (tail.width / tail.shape) * (ratio ** tail.shape - 1);
}

function readTrust({ seen }: ErrorTail): number {
  return Math.min(1, LEAST_TRUST + ((1 - LEAST_TRUST) * seen) / TRUSTED_AFTER);
}

function computeRarity(tail: ErrorTail, size: number): number {
  const { threshold, width, shape, share, bins } = tail;
  if (size > threshold && width > 0) {
    const steps = (size - threshold) / width;
    return -Math.log10(share) + (shape < 1e-6 ? steps : Math.log1p(shape * steps) / shape) / Math.LN10;
  }
  let above = 0;
  for (let bin = findBin(tail, size); bin < BINS; bin += 1) above += bins[bin] ?? 0;
  return -Math.log10(Math.max(above, 0.5) / tail.total);
}

function addCount(tail: ErrorTail, size: number): void {
  const bin = findBin(tail, size);
  tail.bins[bin] = (tail.bins[bin] ?? 0) + 1;
  tail.total += 1;
  if (tail.total <= HALVE_ABOVE) return;
  for (let each = 0; each < BINS; each += 1) tail.bins[each] = (tail.bins[each] ?? 0) / 2;
  tail.total /= 2;
}

function findBin({ scale }: ErrorTail, size: number): number {
  if (scale === 0 || size <= 0) return 0;
  return Math.max(0, Math.min(BINS - 1, Math.floor(Math.log(size / scale) / LOG_RATIO) + MIDDLE_BIN));
}

/** Lower edges of the bins and their geometric middles, as multiples of the scale. */
const EDGES = Float64Array.from({ length: BINS + 1 }, (_, bin) => Math.exp((bin - MIDDLE_BIN) * LOG_RATIO));
const MIDDLES = Float64Array.from({ length: BINS }, (_, bin) => Math.exp((bin + 0.5 - MIDDLE_BIN) * LOG_RATIO));

function fitTail(tail: ErrorTail): void {
  const { bins, scale, total } = tail;
  let above = 0;
  let first = BINS;
  while (first > 1 && above + (bins[first - 1] ?? 0) <= TAIL_SHARE * total) {
    first -= 1;
    above += bins[first] ?? 0;
  }
  const edge = EDGES[first] ?? 0;
  let mean = 0;
  for (let bin = first; bin < BINS; bin += 1) mean += (bins[bin] ?? 0) * ((MIDDLES[bin] ?? 0) - edge);
  mean = above > 0 ? mean / above : 0;
  let variance = 0;
  for (let bin = first; bin < BINS; bin += 1) variance += (bins[bin] ?? 0) * ((MIDDLES[bin] ?? 0) - edge - mean) ** 2;
  variance = above > 0 ? variance / above : 0;
  tail.isFitted = true;
  tail.threshold = edge * scale;
  tail.shape = variance > 0 ? Math.max(0, Math.min(0.5, 0.5 * (1 - (mean * mean) / variance))) : 0;
  // A tail that nothing has reached yet is taken to fall off within a tenth of what was reached.
  tail.share = above > 0 ? above / total : 0.5 / total;
  tail.width = above > 0 ? mean * (1 - tail.shape) * scale : tail.threshold / 10;
  tail.clipAt = findSizeAt(tail, CLIP_ABOVE * readTrust(tail)) ?? Infinity;
}
