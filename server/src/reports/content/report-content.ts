import type { AnsweredValue } from "../../metrics/execution/metric-answer.js";
import type { MetricDefinition } from "../../metrics/metric-definition.js";
import type { ReportTerms } from "../wish/check-report-wish.js";
import type { Breach } from "./breach.repository.js";

/** ReportBrand is how a report looks: whose it is. */
export interface ReportBrand {
  readonly productName: string;
  readonly colour: string;
  /** A checked data URL; '' = none. */
  readonly logo: string;
}

/** KpiLine is a key figure with what it was before, and its target where policies set one. */
export interface KpiLine {
  readonly metric: MetricDefinition;
  readonly value: AnsweredValue;
  readonly before: AnsweredValue | undefined;
  readonly target: number | null;
}

/** PromiseTarget is what a policy asks for from an instant on; null = from its beginning. */
export interface PromiseTarget {
  readonly target: number;
  readonly limitSeconds: number;
  readonly calendar: string;
  readonly since: Date | null;
}

/** PromiseLine is the promises of one workflow under one policy; `policy` null = its own deadlines decide. */
export interface PromiseLine {
  readonly workflow: string;
  readonly workflowTitle: string;
  readonly policy: string | null;
  readonly policyTitle: string;
  readonly targets: readonly PromiseTarget[];
  readonly values: readonly AnsweredValue[];
}

/** NamedLine is the values of something that has a name: a class of exceptions, a source, a store, a day. */
export interface NamedLine {
  readonly id: string;
  readonly title: string;
  readonly values: readonly AnsweredValue[];
}

/** BreachLine is a broken promise with the names of where it happened. */
export interface BreachLine extends Breach {
  readonly workflowTitle: string;
  readonly place: string;
}

/** DefinitionLine says what a figure means and how it is computed; `version` changes when the formula does. */
export interface DefinitionLine {
  readonly metric: MetricDefinition;
  readonly version: string;
}

/** ReportContent is everything a report says, before it is written as anything. */
export interface ReportContent {
  readonly tenantTitle: string;
  readonly brand: ReportBrand;
  readonly clientTitle: string;
  readonly terms: ReportTerms;
  readonly earlier: { readonly from: Date; readonly to: Date };
  readonly madeAt: Date;
  readonly asOf: Date;
  /** What of the network the report is limited to, besides the client, in words. */
  readonly limitWords: readonly string[];
  readonly kpis: readonly KpiLine[];
  readonly promises: readonly PromiseLine[];
  readonly breaches: readonly BreachLine[];
  /** All of them; the worst are listed. */
  readonly breachCount: number;
  readonly exceptions: readonly NamedLine[];
  readonly coverage: number | null;
  readonly coverageBySource: readonly NamedLine[];
  readonly coverageByStore: readonly NamedLine[];
  readonly coverageByDay: readonly { readonly at: Date; readonly coverage: number | null }[];
  readonly definitions: readonly DefinitionLine[];
}
