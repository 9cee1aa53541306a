/** SLICE_MS: figures of feeds are kept by slices of 5 minutes of event time. */
export const SLICE_MS = 5 * 60_000;
