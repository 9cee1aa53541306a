import { useCallback, useEffect, useRef, useState } from "react";
import { AlertRuleBackTestDocument, type AlertRuleBackTestSubscription } from "../../../graphql/operations.js";
import { follow } from "../../../graphql/follow.js";

type Result = NonNullable<AlertRuleBackTestSubscription["alertRuleBackTest"]["result"]>;

/** BackTestAnswer is what a rule would have done. */
export type BackTestAnswer = Extract<Result, { fired: number }>;

/** BackTestRange is what a back-test looked at. */
export interface BackTestRange {
  readonly text: string;
  readonly days: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** BackTestState is how a back-test stands. */
export type BackTestState =
  | { readonly at: "idle" }
  | { readonly at: "running"; readonly share: number; readonly range: BackTestRange }
  | { readonly at: "failed"; readonly words: string; readonly range: BackTestRange }
  | { readonly at: "done"; readonly answer: BackTestAnswer; readonly range: BackTestRange };

/** BackTestDeed begins a back-test, or gives it up. */
export interface BackTestDeed {
  readonly state: BackTestState;
  readonly begin: (text: string, days: number, now: Date) => void;
  readonly giveUp: () => void;
}

const dayMs = 86_400_000;

/** useBackTest runs one back-test at a time; a new one, giving up and leaving the page end the one before, in the server too. */
export function useBackTest(): BackTestDeed {
  const [state, setState] = useState<BackTestState>({ at: "idle" });
  const stop = useRef<() => void>(() => undefined);
  const giveUp = useCallback(() => {
    stop.current();
    setState({ at: "idle" });
  }, []);
  const begin = useCallback((text: string, days: number, now: Date) => {
    stop.current();
    const range = { text, days, fromMs: now.getTime() - days * dayMs, toMs: now.getTime() };
    setState({ at: "running", share: 0, range });
    const fail = (words: string): void => setState({ at: "failed", words, range });
    stop.current = follow(
      AlertRuleBackTestDocument,
      { text, from: new Date(range.fromMs).toISOString() },
      {
        hear: ({ alertRuleBackTest: { share, result } }) => {
          if (result === null) setState({ at: "running", share, range });
          else if ("code" in result) fail(result.message);
          else setState({ at: "done", answer: result, range });
        },
        fail,
        end: () =>
          setState((known) =>
            known.at === "running" ? { at: "failed", words: "It ended without an answer. Try again.", range } : known,
          ),
      },
    );
  }, []);
  useEffect(() => () => stop.current(), []);
  return { state, begin, giveUp };
}
