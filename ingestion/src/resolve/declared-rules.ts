import type { OutOfSequencePolicy } from "@watchfloor/sql";
import type { RuleMatcher } from "./expectations/timed-rule.js";

/** DeclaredRules is what people declared about how events are to be understood, as it is known now. */
export interface DeclaredRules {
  /** findMatchers gives the patterns of a tenant's expectation rules that speak of a kind of event. */
  findMatchers(tenant: string, kind: string): readonly RuleMatcher[];
  /** findPolicy says what to do with versions of a workflow's entities that come out of sequence; undefined = apply them. */
  findPolicy(tenant: string, client: string, workflow: string): OutOfSequencePolicy | undefined;
}

const NONE: readonly RuleMatcher[] = [];

/** NO_RULES is where nothing is declared. */
export const NO_RULES: DeclaredRules = { findMatchers: () => NONE, findPolicy: () => undefined };
