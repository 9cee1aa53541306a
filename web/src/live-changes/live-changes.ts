import type { Query, QueryClient } from "@tanstack/react-query";
import { isTouched } from "./is-touched.js";
import type { ChangeNotice, LiveSubject } from "./live-subject.js";
import type { LiveState } from "./live-state.js";
import { RefreshSchedule } from "./refresh-schedule.js";

const flushEveryMs = 200;

/** LiveChanges asks those queries again that a change touched, each at its own pace, and tells the header how the connection is. */
export class LiveChanges {
  readonly #queries: QueryClient;
  readonly #clock: () => Date;
  readonly #schedule = new RefreshSchedule();
  readonly #listeners = new Set<() => void>();
  #state: LiveState = { connection: "connecting", isPaused: false, changedAt: null, lostAt: null, waiting: 0 };
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(queries: QueryClient, clock: () => Date) {
    this.#queries = queries;
    this.#clock = clock;
  }

  /** start begins to look for queries that are due; the answer stops it. */
  start(): () => void {
    this.#timer ??= setInterval(() => this.#flush(), flushEveryMs);
    return () => {
      if (this.#timer !== null) clearInterval(this.#timer);
      this.#timer = null;
    };
  }

  /** receive takes a change notice and marks the queries it touches. */
  receive(notice: ChangeNotice): void {
    const nowMs = this.#nowMs();
    for (const { id, subject } of this.#shown()) if (isTouched(subject, notice)) this.#schedule.touch(id, nowMs);
    const waiting = this.#state.isPaused ? this.#state.waiting + 1 : 0;
    this.#set({ connection: "live", lostAt: null, changedAt: nowMs, waiting });
  }

  /** connect notes a working connection; what was answered without one is asked again, because changes were missed: all after a loss, the first answers of a page else. */
  connect(): void {
    if (this.#state.connection === "lost") this.#touchAll();
    if (this.#state.connection === "connecting") this.#touchAnswered();
    this.#set({ connection: "live", lostAt: null });
  }

  /** lose notes that the connection broke. */
  lose(): void {
    if (this.#state.connection !== "lost") this.#set({ connection: "lost", lostAt: this.#nowMs() });
  }

  /** pause keeps the screen as it is until it is called with false. */
  pause(isPaused: boolean): void {
    if (!isPaused) this.#touchAll();
    this.#set({ isPaused, waiting: 0 });
  }

  /** getState answers the present state; the object changes only when something in it did. */
  readonly getState = (): LiveState => this.#state;

  /** listen calls back after each change of state; the answer ends it. */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #flush(): void {
    if (this.#state.isPaused || document.visibilityState === "hidden") return;
    const shown = this.#shown();
    this.#schedule.keepOnly(new Set(shown.map((entry) => entry.id)));
    for (const { id, subject, query } of shown) {
      if (query.state.fetchStatus === "idle" && this.#schedule.isDue(id, subject, this.#nowMs()))
        this.#refresh(id, query);
    }
  }

  #refresh(id: string, query: Query): void {
    this.#schedule.start(id, this.#nowMs());
    const settle = (): void => this.#schedule.settle(id, this.#nowMs());
    void this.#queries.refetchQueries({ queryKey: query.queryKey, exact: true }).then(settle, settle);
  }

  #touchAnswered(): void {
    for (const { id, query } of this.#shown())
      if (query.state.data !== undefined) this.#schedule.touch(id, this.#nowMs());
  }

  #touchAll(): void {
    for (const { id } of this.#shown()) this.#schedule.touch(id, this.#nowMs());
  }

  #shown(): { id: string; subject: LiveSubject; query: Query }[] {
    return this.#queries
      .getQueryCache()
      .findAll({ type: "active" })
      .flatMap((query) =>
        query.meta?.live === undefined ? [] : [{ id: query.queryHash, subject: query.meta.live, query }],
      );
  }

  #set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #nowMs(): number {
    return this.#clock().getTime();
  }
}
