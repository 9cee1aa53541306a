import type { ContactKind } from "../../../graphql/operations.js";

/** ContactKindWords say what a kind of contact is called and what it needs. */
export interface ContactKindWords {
  readonly kind: ContactKind;
  readonly title: string;
  /** address is how the field of the address is called; null = it has none. */
  readonly address: string | null;
  readonly placeholder: string;
  readonly type: "email" | "url";
  readonly help: string;
  readonly isGrouped: boolean;
}

/** CONTACT_KINDS are the kinds in the order in which people look for them. */
export const CONTACT_KINDS: readonly ContactKindWords[] = [
  {
    ...{ kind: "EMAIL", title: "E-mail", address: "Address", placeholder: "oncall@example.org", type: "email" },
    help: "Alerts that come together are one mail, and what belongs together is one thread. Somebody else's address gets a mail first that asks whether they want this. They need no account: each mail has links to pause, narrow or end it.",
    isGrouped: true,
  },
  {
    ...{ kind: "SLACK", title: "Slack", address: "Webhook address", type: "url" },
    placeholder: "https://hooks.slack.com/services/…",
    help: "In Slack: add the app Incoming Webhooks to a channel and copy its address. Mattermost and Rocket.Chat take the same messages.",
    isGrouped: true,
  },
  {
    ...{ kind: "TEAMS", title: "Microsoft Teams", address: "Workflow address", type: "url" },
    placeholder: "https://….logic.azure.com/workflows/…",
    help: 'In Teams: in a channel choose Workflows, "Post to a channel when a webhook request is received", and copy its address.',
    isGrouped: true,
  },
  {
    ...{ kind: "PAGERDUTY", title: "PagerDuty", address: null, placeholder: "", type: "url" },
    help: "In PagerDuty: open a service, Integrations, add Events API v2, and copy the integration key. Each incident opens and closes one alert there.",
    isGrouped: false,
  },
  {
    ...{ kind: "WEBHOOK", title: "Signed webhook", address: "Address", type: "url" },
    placeholder: "https://example.org/alerts",
    help: "For your own programs: each message is signed by Standard Webhooks with a secret that is shown once, and may come more than once with the same webhook-id. Addresses in private networks must be allowed by the operator.",
    isGrouped: false,
  },
];

/** findContactKind gives the words of a kind. */
export function findContactKind(kind: ContactKind): ContactKindWords {
  const found = CONTACT_KINDS.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no words for ${kind}`);
  return found;
}
