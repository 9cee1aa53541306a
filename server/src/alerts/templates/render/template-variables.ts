/** TemplateVariable is one name that templates may write. */
export interface TemplateVariable {
  readonly name: string;
  /** Where it stands: anywhere, of one incident (between `{{#incidents}}` and `{{/incidents}}`, or as `{{first.name}}`), or of one fact of an incident. */
  readonly of: "message" | "incident" | "fact";
  /** `text` is written, `flag` is asked, `list` is gone through, and a `group` holds more names. */
  readonly kind: "text" | "flag" | "list" | "group";
  readonly description: string;
}

type Row = readonly [name: string, kind: TemplateVariable["kind"], description: string];

const message: readonly Row[] = [
  ["headline", "text", "the built-in headline, such as [FIRING critical] Orders late, nm-001"],
  ["kind", "text", "fired, resolved, acknowledged, escalated, no data or digest"],
  ["severity", "text", "critical, warning or info: the gravest of what fires, else of what ended"],
  ["time", "text", "when it happened, in UTC"],
  ["count", "text", "how many incidents it is about"],
  ["firingCount", "text", "how many of those listed fire"],
  ["resolvedCount", "text", "how many of those listed are over"],
  ["more", "text", "how many more there are than are listed; empty = none"],
  ["isFiring", "flag", "something fires"],
  ["isResolved", "flag", "nothing fires any more"],
  ["isAcknowledged", "flag", "it tells that somebody took it on"],
  ["isEscalated", "flag", "it is a step of an escalation"],
  ["isNoData", "flag", "it tells that values stay away"],
  ["isDigest", "flag", "it puts together what quiet hours or a storm held back"],
  ["isGrouped", "flag", "it is about more than one incident"],
  ["first", "group", "the first incident, the only one where there is one: {{first.rule}}"],
  ["incidents", "list", "every incident, what fires first: 100 at most"],
];

const incident: readonly Row[] = [
  ["title", "text", "the built-in title, such as NEW critical: Orders late, nm-001"],
  ["rule", "text", "the title of the rule"],
  ["severity", "text", "critical, warning or info"],
  ["state", "text", "firing or resolved"],
  ["summary", "text", "the summary of the rule with its values"],
  ["place", "text", "the narrowest place: store, partner, channel or client"],
  ["client", "text", "the client"],
  ["store", "text", "the store"],
  ["channel", "text", "the channel"],
  ["partner", "text", "the trading partner"],
  ["value", "text", "the value that was judged, as a plain number"],
  ["threshold", "text", "what it is judged by"],
  ["window", "text", "the window of the rule, such as 900 s"],
  ["since", "text", "when it fired, in UTC"],
  ["until", "text", "when it ended, in UTC"],
  ["reason", "text", "why it ended: cleared, no data, manual and others"],
  ["acknowledgedBy", "text", "who took it on"],
  ["acknowledgedAt", "text", "when, in UTC"],
  ["runbook", "text", "the address of the runbook, where the rule has one"],
  ["isFiring", "flag", "it fires"],
  ["isResolved", "flag", "it is over"],
  ["isNew", "flag", "this contact hears of it for the first time"],
  ["isNoData", "flag", "it was closed because values stayed away: that is no recovery"],
  ["isAcknowledged", "flag", "somebody took it on"],
  ["labels", "group", "its labels by name: {{labels.system}}"],
  ["facts", "list", "the built-in lines, each with a name and a value"],
];

const fact: readonly Row[] = [
  ["name", "text", "such as Since, Threshold or a label"],
  ["value", "text", "its value in words"],
];

const list = (of: TemplateVariable["of"], rows: readonly Row[]): TemplateVariable[] =>
  rows.map(([name, kind, description]) => ({ name, of, kind, description }));

/** TEMPLATE_VARIABLES is everything a template can reach. */
export const TEMPLATE_VARIABLES: readonly TemplateVariable[] = [
  ...list("message", message),
  ...list("incident", incident),
  ...list("fact", fact),
];
