import type { AlertTemplateCase, AlertTemplatePreviewQuery, ContactKind } from "../../../graphql/operations.js";

/** PreviewMessage is what a reader of one channel sees of one case. */
export type PreviewMessage = Extract<
  AlertTemplatePreviewQuery["alertTemplatePreview"],
  { __typename: "AlertTemplatePreview" }
>["messages"][number];

/** PreviewCase is one case with the messages of every channel that is sent it. */
export interface PreviewCase {
  readonly id: AlertTemplateCase;
  readonly words: string;
  readonly isCut: boolean;
  readonly messages: readonly PreviewMessage[];
}

const CASE_WORDS: Readonly<Record<AlertTemplateCase, string>> = {
  INCIDENT: "This incident",
  FIRED: "Fired",
  RESOLVED: "Resolved",
  NO_DATA: "No data",
  GROUP_OF_1: "Put together, one",
  GROUP_OF_50: "Put together, fifty",
  UNICODE: "Names with signs",
  RIGHT_TO_LEFT: "Right to left",
};

const CHANNEL_WORDS: Readonly<Record<ContactKind, string>> = {
  EMAIL: "E-mail",
  SLACK: "Slack",
  TEAMS: "Microsoft Teams",
  PAGERDUTY: "PagerDuty",
  WEBHOOK: "Webhook",
};

/** shapePreviews puts messages together by their case, in the order in which they come. */
export function shapePreviews(messages: readonly PreviewMessage[]): PreviewCase[] {
  const cases = [...new Set(messages.map(({ sample }) => sample))];
  return cases.map((id) => {
    const of = messages.filter(({ sample }) => sample === id);
    return { id, words: CASE_WORDS[id], isCut: of.some(({ isCut }) => isCut), messages: of };
  });
}

/** choosePreview finds the case an address names; else the first one. */
export function choosePreview(cases: readonly PreviewCase[], asked: string | undefined): PreviewCase | undefined {
  return cases.find(({ id }) => id === asked?.toUpperCase()) ?? cases[0];
}

/** nameChannel says what a channel is called. */
export function nameChannel(channel: ContactKind): string {
  return CHANNEL_WORDS[channel];
}
