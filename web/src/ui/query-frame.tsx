import type { ReactNode } from "react";
import { SlowNote } from "./slow-note.js";
import { ErrorNote } from "./error-note.js";

/** FramedQuery is what the frame needs to know about a question: TanStack's result has it all. */
export interface FramedQuery<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

interface QueryFrameProps<Data> {
  readonly query: FramedQuery<Data>;
  /** what names the data in words ("the workflows"), for the sentence of an error. */
  readonly what: string;
  readonly skeleton: ReactNode;
  readonly isEmpty?: (data: Data) => boolean;
  readonly empty?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

const wide = { gridColumn: "1 / -1" } as const;
const waiting = { ...wide, position: "relative" } as const;
const bare = { display: "contents" } as const;
const outdated = { ...wide, opacity: 0.55 } as const;

/** As of when an answer is true stands once around all its figures: with each of them, every answer would draw every figure anew. */
function readAsOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("asOf" in data)) return undefined;
  return typeof data.asOf === "string" ? data.asOf : undefined;
}

/**
 * QueryFrame is the one frame for what can happen to a question: loading shows the shape of what comes, empty says why,
 * an error says what failed and offers a retry, and keeps the last good data marked as of its time.
 */
export function QueryFrame<Data>(props: QueryFrameProps<Data>): ReactNode {
  const { query, what } = props;
  const retry = (): void => void query.refetch();
  if (query.data === undefined) {
    return query.error === null ? (
      <div aria-busy="true" aria-label={`Loading ${what}`} role="status" style={waiting}>
        {props.skeleton}
        <SlowNote />
      </div>
    ) : (
      <ErrorNote what={what} error={query.error} asOfMs={null} onRetry={retry} />
    );
  }
  const isEmpty = props.isEmpty?.(query.data) ?? false;
  return (
    <>
      {query.error === null ? null : (
        <ErrorNote what={what} error={query.error} asOfMs={query.dataUpdatedAt} onRetry={retry} />
      )}
      <div style={query.isPlaceholderData ? outdated : bare} data-as-of={readAsOf(query.data)}>
        {isEmpty ? <div style={wide}>{props.empty}</div> : props.children(query.data)}
      </div>
    </>
  );
}
