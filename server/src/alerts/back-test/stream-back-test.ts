import type { BackTestWatch } from "./back-test-watch.js";

/** BackTestStep is how far a back-test has come, with its answer at the end. */
export interface BackTestStep<Answer> {
  readonly share: number;
  readonly answer: Answer | undefined;
}

/** streamBackTest runs a back-test and tells of its progress on the way. Whoever stops listening ends it at its next step; it fails as the test does. */
export async function* streamBackTest<Answer>(
  run: (watch: BackTestWatch) => Promise<Answer>,
): AsyncGenerator<BackTestStep<Answer>> {
  let [share, isOver] = [0, false];
  let wake = (): void => undefined;
  const tell = (at: number): void => {
    share = at;
    wake();
  };
  const running = run({ tell, isOver: () => isOver }).then((answer) => ({ share: 1, answer }));
  // Nobody hears of a failure after the last listener has gone.
  running.catch(() => undefined);
  try {
    yield { share, answer: undefined };
    for (;;) {
      const progress = new Promise<undefined>((resolve) => (wake = () => resolve(undefined)));
      const done = await Promise.race([running, progress]);
      yield done ?? { share, answer: undefined };
      if (done !== undefined) return;
    }
  } finally {
    isOver = true;
  }
}
