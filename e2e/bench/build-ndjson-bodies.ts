import { buildBenchEvents } from "./build-bench-events.js";

/** buildNdjsonBodies makes requests of `batch` events each, one a line. */
export function buildNdjsonBodies(
  label: string,
  count: number,
  { fromMs, batch }: { fromMs: number; batch: number },
): Buffer[] {
  const events = buildBenchEvents(label, count, fromMs);
  const bodies: Buffer[] = [];
  for (let from = 0; from < events.length; from += batch)
    bodies.push(
      Buffer.from(
        events
          .slice(from, from + batch)
          .map((event) => JSON.stringify(event))
          .join("\n"),
      ),
    );
  return bodies;
}
