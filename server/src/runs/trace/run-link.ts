import type { RunView } from "../run-view.js";

/** SpanLink points at a span of another trace, by hexadecimal ids. */
export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
}

/** TracedRun says which run a trace is. */
export interface TracedRun {
  readonly traceId: string;
  readonly client: string;
  readonly workflow: string;
  readonly run: string;
}

/** RunLink is a link with the run it leads to; null when there is none within the scope of whoever asks. */
export interface RunLink extends SpanLink {
  readonly run: RunView | null;
}

/** joinLinks gives each link the first of the visible runs of its trace. */
export function joinLinks(
  links: readonly SpanLink[],
  traced: readonly TracedRun[],
  runs: readonly RunView[],
): RunLink[] {
  const visible = new Map(runs.map((run) => [JSON.stringify([run.client, run.workflow, run.id]), run]));
  const runOfTrace = new Map<string, RunView>();
  for (const { traceId, client, workflow, run } of traced) {
    const found = visible.get(JSON.stringify([client, workflow, run]));
    if (found !== undefined && !runOfTrace.has(traceId)) runOfTrace.set(traceId, found);
  }
  return links.map(({ traceId, spanId }) => ({ traceId, spanId, run: runOfTrace.get(traceId) ?? null }));
}
