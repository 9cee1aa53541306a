import { z } from "zod";

const severity = z.enum(["critical", "warning", "info"]);
const seconds = (max: number) => z.number().int().min(0).max(max).nullable().default(null);

/** subscriptionFilter is which incidents a subscription is about; a missing list does not narrow. Matchers are written as in `parseLabelMatcher`. */
export const subscriptionFilter = z.strictObject({
  rules: z.array(z.string()).nullable().default(null),
  severities: z.array(severity).nullable().default(null),
  matchers: z.array(z.string()).default([]),
});

const quietHours = z.strictObject({
  zone: z.string(),
  windows: z.array(z.strictObject({ days: z.array(z.number()), start: z.string(), end: z.string() })),
});

/** subscriptionOptions is how a contact is told; null = the default of section 15. */
export const subscriptionOptions = z.strictObject({
  quietHours: quietHours.nullable().default(null),
  /** Severities that are told in quiet hours all the same. */
  bypass: z.array(severity).default(["critical"]),
  /** Contacts that are told of each transition keep no quiet hours unless this says so. */
  isQuietInEventMode: z.boolean().default(false),
  /** Further labels that make groups of their own. */
  groupBy: z.array(z.string()).default([]),
  waitSeconds: seconds(3_600),
  intervalSeconds: seconds(86_400),
  repeatSeconds: seconds(30 * 86_400),
  /** Epoch milliseconds: what begins before is not told. */
  pausedUntil: z.number().int().nullable().default(null),
});

/** SubscriptionFilter is that, read. */
export type SubscriptionFilter = z.infer<typeof subscriptionFilter>;

/** SubscriptionOptions is that, read. */
export type SubscriptionOptions = z.infer<typeof subscriptionOptions>;
