import type { AlertSeverity, Notice, NoticeIncident } from "../notice.js";
import { keepOneLine } from "./keep-one-line.js";

const RANK: Readonly<Record<AlertSeverity, number>> = { critical: 3, warning: 2, info: 1 };

/** findWorstSeverity returns the gravest of several incidents; info when there are none. */
export function findWorstSeverity(incidents: readonly NoticeIncident[]): AlertSeverity {
  return incidents.reduce<AlertSeverity>(
    (worst, { rule }) => (RANK[rule.severity] > RANK[worst] ? rule.severity : worst),
    "info",
  );
}

/** renderPlace names the narrowest thing an incident is about: store, partner, channel or client. */
export function renderPlace({ place }: NoticeIncident): string {
  return place.store ?? place.partner ?? place.channel ?? place.client ?? "";
}

/** renderHeadline says a notice in one line, such as "[FIRING critical] Orders late, s1" or "[RESOLVED] Orders late, 3 places". */
export function renderHeadline(notice: Notice): string {
  const { kind, incidents } = notice;
  const firing = incidents.filter(({ state }) => state === "firing");
  const shown = firing.length > 0 ? firing : incidents;
  const severity = findWorstSeverity(shown);
  const total = shown.length + notice.more;
  const subject =
    notice.headline ?? (total === 0 ? "nothing to tell" : `${renderRules(shown)}, ${renderPlaces(shown, total)}`);
  return keepOneLine(`[${chooseWord(kind, firing, shown, severity)}] ${subject}`.replace(/, $/, ""));
}

function chooseWord(
  kind: Notice["kind"],
  firing: readonly NoticeIncident[],
  shown: readonly NoticeIncident[],
  severity: AlertSeverity,
): string {
  if (kind === "test") return "TEST";
  if (kind === "acknowledged") return `ACKNOWLEDGED ${severity}`;
  if (kind === "unacknowledged") return `NO LONGER ACKNOWLEDGED ${severity}`;
  if (kind === "escalated") return `ESCALATED ${severity}`;
  if (kind === "no_data") return `NO DATA ${severity}`;
  if (kind === "rule_health") return "ALERTING";
  if (kind === "digest") return `DIGEST ${severity}`;
  if (firing.length > 0) return `FIRING ${severity}`;
  const isUnknown = shown.length > 0 && shown.every(({ reason }) => reason === "no_data");
  return isUnknown ? "CLOSED, STATE UNKNOWN" : "RESOLVED";
}

function renderRules(incidents: readonly NoticeIncident[]): string {
  const names = [...new Set(incidents.map(({ rule }) => rule.name))];
  return names.length <= 1 ? (names[0] ?? "") : `${names[0]} and ${names.length - 1} more`;
}

function renderPlaces(incidents: readonly NoticeIncident[], total: number): string {
  const [only] = incidents;
  return total === 1 && only !== undefined ? renderPlace(only) : `${total} incidents`;
}
