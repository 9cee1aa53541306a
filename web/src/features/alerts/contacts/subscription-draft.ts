import type { AlertSubscriptionInput, NotificationSeverity } from "../../../graphql/operations.js";
import { parseMatcher, writeMatcher, type Matcher } from "../matchers/matcher.js";
import type { Subscription } from "./contacts-query.js";
import type { QuietWindow } from "./find-next-quiet.js";

/** SEVERITIES from grave to light. */
export const SEVERITIES: readonly NotificationSeverity[] = ["CRITICAL", "WARNING", "INFO"];

/** SubscriptionDraft is a subscription as somebody writes it; "" and empty lists leave open. Times are minutes. */
export interface SubscriptionDraft {
  readonly client: string;
  readonly channel: string;
  readonly store: string;
  readonly partner: string;
  readonly rules: readonly string[];
  readonly severities: readonly NotificationSeverity[];
  readonly matchers: readonly Matcher[];
  readonly groupBy: readonly string[];
  readonly wait: string;
  readonly interval: string;
  readonly repeat: string;
  readonly isQuiet: boolean;
  readonly zone: string;
  readonly windows: readonly QuietWindow[];
  readonly bypass: readonly NotificationSeverity[];
}

/** NIGHTS is what quiet hours begin as. */
export const NIGHTS: readonly QuietWindow[] = [{ days: [1, 2, 3, 4, 5], start: "20:00", end: "07:00" }];

const minutes = (seconds: number | null): string => (seconds === null ? "" : String(seconds / 60));

/** openSubscriptionDraft begins a draft: from a subscription, or anew for what is critical and what is a warning. */
export function openSubscriptionDraft(subscription: Subscription | undefined, timeZone: string): SubscriptionDraft {
  if (subscription === undefined)
    return {
      ...{ client: "", channel: "", store: "", partner: "", rules: [], severities: ["CRITICAL", "WARNING"] },
      ...{ matchers: [], groupBy: [], wait: "", interval: "", repeat: "" },
      ...{ isQuiet: false, zone: timeZone, windows: NIGHTS, bypass: ["CRITICAL"] },
    };
  const { client, channel, store, partner, rules, severities, quietHours, bypass, groupBy } = subscription;
  return {
    ...{ client, channel, store, partner, rules: rules ?? [], severities: severities ?? SEVERITIES, bypass, groupBy },
    matchers: subscription.matchers.flatMap((text) => parseMatcher(text) ?? []),
    wait: minutes(subscription.waitSeconds),
    interval: minutes(subscription.intervalSeconds),
    repeat: minutes(subscription.repeatSeconds),
    ...{ isQuiet: quietHours !== null, zone: quietHours?.zone ?? timeZone, windows: quietHours?.windows ?? NIGHTS },
  };
}

/** buildSubscriptionInput is what is asked of the server; `id` is the subscription that is replaced. */
export function buildSubscriptionInput(
  draft: SubscriptionDraft,
  { contact, id }: { readonly contact: string; readonly id: string | null },
): AlertSubscriptionInput {
  const { client, channel, store, partner, rules, severities, groupBy, zone, windows, bypass } = draft;
  const quietHours = {
    zone,
    windows: windows.map(({ days, start, end }) => ({ days: [...days], start, end })),
  };
  return {
    ...{
      id,
      contact,
      client: client || null,
      channel: channel || null,
      store: store || null,
      partner: partner || null,
    },
    rules: rules.length === 0 ? null : [...rules],
    severities: severities.length === SEVERITIES.length ? null : [...severities],
    matchers: draft.matchers.map(writeMatcher),
    quietHours: draft.isQuiet ? quietHours : null,
    ...{ bypass: [...bypass], groupBy: [...groupBy] },
    waitSeconds: seconds(draft.wait),
    intervalSeconds: seconds(draft.interval),
    repeatSeconds: seconds(draft.repeat),
  };
}

/** checkSubscriptionDraft says what a draft lacks still; undefined = nothing. */
export function checkSubscriptionDraft(draft: SubscriptionDraft): string | undefined {
  if (draft.severities.length === 0) return "Choose a severity at least.";
  if (draft.matchers.some(({ label, value }) => label === "" || value === "")) return "Give each condition a value.";
  if (!draft.isQuiet) return undefined;
  if (draft.windows.length === 0) return "Add a quiet time, or take quiet hours away.";
  return draft.windows.some(({ days }) => days.length === 0) ? "Choose the days of each quiet time." : undefined;
}

function seconds(text: string): number | null {
  const read = Number(text);
  return text.trim() === "" || !Number.isFinite(read) ? null : Math.round(read * 60);
}
