import { buildStepId, type LoggedRun, type LoggedStep } from "./build-process-log.js";

/** DeclaredForTest is a declared step as [name, may be missing, may repeat]. */
export type DeclaredForTest = readonly (readonly [step: string, isOptional: boolean, mayRepeat: boolean])[];

/** PathOfRun is a run with its steps in the order of CONTRACT 2.2. */
export interface PathOfRun {
  readonly run: LoggedRun;
  readonly steps: readonly LoggedStep[];
}

/** orderRun sorts by sequence where all steps carry it, else by start, then by id; equal steps in a row become one when asked. */
export function orderRun(run: LoggedRun, isMerged: boolean): PathOfRun {
  const all = run.steps.every((step) => step.sequence !== null);
  const key = (step: LoggedStep): [number, number, string] => [
    all ? (step.sequence ?? 0) : step.begun,
    step.begun,
    buildStepId(run, step),
  ];
  const sorted = [...run.steps].sort((left, right) => compare(key(left), key(right)));
  if (!isMerged) return { run, steps: sorted };
  const merged: LoggedStep[] = [];
  for (const step of sorted) {
    const last = merged[merged.length - 1];
    if (last?.step === step.step) merged[merged.length - 1] = { ...last, ended: step.ended, hasFailed: step.hasFailed };
    else merged.push(step);
  }
  return { run, steps: merged };
}

function compare(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  for (const [position, value] of left.entries()) {
    const other = right[position] ?? 0;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

/** percentile interpolates between closest ranks. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  if (sorted.length === 0) return null;
  const rank = share * (sorted.length - 1);
  const low = sorted[Math.floor(rank)] ?? 0;
  return low + ((sorted[Math.ceil(rank)] ?? 0) - low) * (rank % 1);
}

/** computeVariants counts runs by their path, with the duration and the outcomes of each. */
export function computeVariants(paths: readonly PathOfRun[]) {
  const groups = groupBy(paths, ({ steps }) => JSON.stringify(steps.map(({ step }) => step)));
  return [...groups].map(([steps, group]) => ({
    steps,
    cases: group.length,
    durationP50: percentile(group.flatMap(readElapsed), 0.5),
    durationP95: percentile(group.flatMap(readElapsed), 0.95),
    outcomes: Object.fromEntries(
      [...groupBy(group, ({ run }) => run.outcome.toUpperCase())].map(([outcome, some]) => [outcome, some.length]),
    ),
  }));
}

/** computeEdges counts what directly follows what. */
export function computeEdges(paths: readonly PathOfRun[]) {
  const moves = paths.flatMap(({ steps }) =>
    steps.slice(1).map((step, position) => {
      const before = steps[position];
      return { from: before?.step ?? "", to: step.step, seconds: (step.begun - (before?.begun ?? 0)) / 1000 };
    }),
  );
  return [...groupBy(moves, ({ from, to }) => `${from}>${to}`)].map(([name, group]) => ({
    name,
    count: group.length,
    durationP50: percentile(
      group.map(({ seconds }) => seconds),
      0.5,
    ),
    durationP95: percentile(
      group.map(({ seconds }) => seconds),
      0.95,
    ),
  }));
}

/** computeSteps figures what each step took. */
export function computeSteps(paths: readonly PathOfRun[]) {
  const names = [...new Set(paths.flatMap(({ steps }) => steps.map(({ step }) => step)))];
  const allElapsed = paths.flatMap(readElapsed).reduce((sum, seconds) => sum + seconds, 0);
  return names.map((name) => {
    const having = paths.filter(({ steps }) => steps.some(({ step }) => step === name));
    const own = having.flatMap(({ steps }) => steps.filter(({ step }) => step === name));
    const work = own.map((step) => (step.ended - step.begun) / 1000);
    const waits = having.flatMap(({ steps }) =>
      steps.flatMap((step, position) => {
        const before = steps[position - 1];
        return step.step !== name || before === undefined ? [] : [Math.max(0, step.begun - before.ended) / 1000];
      }),
    );
    const started = having
      .filter(({ run }) => run.started !== undefined)
      .flatMap(({ steps }) => steps.filter(({ step }) => step === name))
      .reduce((sum, step) => sum + (step.ended - step.begun) / 1000, 0);
    const elapsed = having.flatMap(readElapsed).reduce((sum, seconds) => sum + seconds, 0);
    return {
      ...{ step: name, times: own.length, cases: having.length, repeats: own.length - having.length },
      failures: own.filter(({ hasFailed }) => hasFailed).length,
      reworkedCases: having.filter(({ steps }) => steps.filter(({ step }) => step === name).length > 1).length,
      starts: having.filter(({ steps }) => steps[0]?.step === name).length,
      ends: having.filter(({ steps }) => steps[steps.length - 1]?.step === name).length,
      workP50: percentile(work, 0.5),
      workP95: percentile(work, 0.95),
      workTotal: work.reduce((sum, seconds) => sum + seconds, 0),
      waitP95: percentile(waits, 0.95),
      share: elapsed === 0 ? null : started / elapsed,
      shareOfAll: allElapsed === 0 ? null : started / allElapsed,
    };
  });
}

/** judgePath lists how a path differs from declared steps, each as KIND:step. */
export function judgePath(path: readonly string[], declared: DeclaredForTest): string[] {
  const placeOf = (step: string) => declared.findIndex(([name]) => name === step);
  const found: string[] = [];
  for (const [name, isOptional, mayRepeat] of declared) {
    const places = path.flatMap((step, place) => (step === name ? [place] : []));
    const [first] = places;
    if (first === undefined && !isOptional) found.push(`MISSING:${name}`);
    if (places.length > 1 && !mayRepeat) found.push(`REPEATED:${name}`);
    if (first !== undefined && path.slice(0, first).some((step) => placeOf(step) > placeOf(name)))
      found.push(`OUT_OF_ORDER:${name}`);
  }
  for (const step of new Set(path)) if (placeOf(step) === -1) found.push(`EXTRA:${step}`);
  return found.sort();
}

function readElapsed({ run }: PathOfRun): number[] {
  return run.started === undefined || run.finished === undefined ? [] : [(run.finished - run.started) / 1000];
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
