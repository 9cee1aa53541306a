import type { AlertRule } from "@watchfloor/dashboards";

/** StoredRule is a rule with the version in force. */
export interface StoredRule {
  readonly id: string;
  readonly version: number;
  readonly rule: AlertRule;
  readonly isPaused: boolean;
  readonly isDeleted: boolean;
  /** Whether the version in force came with a pack, and not from a person. */
  readonly isOfPack: boolean;
  readonly fingerprint: string;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** RuleVersion is one version of a rule, as it was saved. */
export interface RuleVersion {
  readonly id: string;
  readonly version: number;
  readonly definition: unknown;
  readonly createdAt: Date;
  readonly createdBy: string;
}
