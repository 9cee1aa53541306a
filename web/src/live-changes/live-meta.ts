import type { LiveSubject } from "./live-subject.js";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { readonly live?: LiveSubject };
  }
}

/** liveMeta marks a query as one that follows changes. */
export function liveMeta(subject: Partial<LiveSubject> = {}): { readonly live: LiveSubject } {
  return { live: { clients: [], workflows: [], stores: [], everyMs: 1_000, clockMs: null, ...subject } };
}
