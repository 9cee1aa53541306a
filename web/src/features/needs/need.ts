import type { State } from "../../ui/state-shape.js";

/** NeedTarget is where a need leads: one run, the runs behind it, or a store. */
export type NeedTarget =
  | { readonly page: "run"; readonly client: string; readonly workflow: string; readonly run: string }
  | { readonly page: "runs"; readonly client: string; readonly workflow: string; readonly change: string | null }
  | { readonly page: "store"; readonly client: string; readonly store: string }
  | { readonly page: "stores" };

/** Need is one line of what needs somebody: how bad, what, since when, and what it costs. */
export interface Need {
  readonly key: string;
  readonly kind: "obligation" | "quiet";
  readonly state: State;
  readonly title: string;
  readonly detail: string;
  readonly since: string;
  readonly sinceNote: string;
  readonly money: string;
  readonly moneyNote: string;
  readonly target: NeedTarget;
}

/** QuietPlace is a store or a source from which nothing comes any more. */
export interface QuietPlace {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly silentSeconds: number | null;
  readonly cadenceSeconds: number;
  readonly client: string;
  readonly store: string | null;
}
