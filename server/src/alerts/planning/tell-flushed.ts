import type { GroupNotification } from "../group/flush-group.js";
import type { Notice } from "../channels/notice.js";
import { buildGroupNotice, findSeverity, findStream, hashParts } from "./build-notice.js";
import { decideStorm } from "./decide-storm.js";
import type { FlushedDocument } from "./flush-document.js";
import type { GroupDocument } from "./group-document.js";
import type { FlushOptions } from "./flush-groups.js";
import { buildFlapRemarks } from "./build-flap-remarks.js";
import type { IncidentFacts } from "./incident-facts.js";
import { IntentRepository } from "./intent.repository.js";
import { queueNotice, readContactKind } from "./queue-notice.js";

/** FlushedGroup is a group after a tick, before anybody was told. */
export interface FlushedGroup {
  readonly document: GroupDocument;
  readonly result: FlushedDocument;
  readonly facts: ReadonlyMap<string, IncidentFacts>;
  readonly subscription: string | null;
}

/** Message is what goes to a contact at once, with all the incidents it is the end of waiting for. */
interface Message {
  readonly notice: Notice;
  readonly stream: string;
  readonly subscription: string | null;
  readonly incidents: readonly string[];
  readonly isQuietDigest: boolean;
}

/** tellFlushed queues what a tick brought, one message for all that quiet hours kept back, and says of every incident how it ended. */
export async function tellFlushed(groups: readonly FlushedGroup[], options: FlushOptions): Promise<void> {
  for (const group of groups) await noteUntold(group, options);
  const messages = groups.flatMap((group) => {
    const { notification, isQuietDigest } = group.result;
    return notification === undefined || isQuietDigest ? [] : [{ group, notification }];
  });
  for (const { group, notification } of messages) await tell(await buildMessage(group, notification, options), options);
  const digest = buildQuietDigest(
    groups.filter(({ result }) => result.isQuietDigest),
    options,
  );
  if (digest !== undefined) await tell(digest, options);
}

async function noteUntold({ result }: FlushedGroup, { within, contact, now }: FlushOptions): Promise<void> {
  const intents = new IntentRepository(within);
  const byReason = new Map<string, string[]>();
  for (const [incident, reason] of result.muted) byReason.set(reason, [...(byReason.get(reason) ?? []), incident]);
  for (const [reason, incidents] of byReason)
    await intents.noteMute(contact.tenant, { contact: contact.id, incidents }, reason);
  const untold = { contact: contact.id, incidents: result.untold };
  await intents.decideWaiting(contact.tenant, untold, { disposition: "resolved_before_notify", now, byMute: true });
}

async function buildMessage(
  group: FlushedGroup,
  notification: GroupNotification,
  { within, contact, view, now }: FlushOptions,
): Promise<Message> {
  const { document, facts, subscription } = group;
  const incidents = listIncidents(notification);
  const remarks = await buildFlapRemarks(within, contact.tenant, { facts, incidents, now });
  const notice = buildGroupNotice({ document, notification, facts, remarks, at: view.at });
  const stream = findStream(document, notice.incidents[0]?.incident ?? "");
  return { notice, stream, subscription, incidents, isQuietDigest: false };
}

/** Still firing first, then what ended, then how many began and ended meanwhile; nothing when nothing happened. */
function buildQuietDigest(groups: readonly FlushedGroup[], { contact, view }: FlushOptions): Message | undefined {
  const notices = groups.flatMap(({ document, result, facts }) =>
    result.notification === undefined
      ? []
      : [buildGroupNotice({ document, notification: result.notification, facts, remarks: [], at: view.at })],
  );
  const missed = groups.reduce((count, { result }) => count + result.untold.length, 0);
  const all = notices.flatMap(({ incidents }) => incidents);
  if (all.length === 0 && missed === 0) return undefined;
  const sorted = [...all].sort((left, right) => Number(left.state === "resolved") - Number(right.state === "resolved"));
  const remark =
    missed === 0 ? [] : [`${missed} ${missed === 1 ? "incident" : "incidents"} began and ended in quiet hours.`];
  const stream = `quiet ${contact.id}`;
  return {
    notice: {
      ...{
        kind: "digest",
        delivery: hashParts(stream, view.at),
        at: view.at,
        remarks: ["From quiet hours.", ...remark],
      },
      ...{
        thread: hashParts(stream, view.at),
        incidents: sorted.slice(0, 100),
        more: Math.max(0, sorted.length - 100),
      },
    },
    ...{ stream, subscription: groups[0]?.subscription ?? null, isQuietDigest: true },
    incidents: groups.flatMap(({ result }) =>
      result.notification === undefined ? [] : listIncidents(result.notification),
    ),
  };
}

async function tell(message: Message, { within, store, contact, view, now }: FlushOptions): Promise<void> {
  const { notice, stream, subscription } = message;
  const intents = new IntentRepository(within);
  const of = { contact: contact.id, incidents: message.incidents };
  if (!(await isSentAlone(message, { within, store, contact, view, now })))
    return intents.decideWaiting(contact.tenant, of, { disposition: "storm_digest", now });
  const { delivery } = await queueNotice(within, { contact, notice, stream, subscription, now });
  if (delivery === null) return intents.decideWaiting(contact.tenant, of, { disposition: "superseded", now });
  if (message.isQuietDigest)
    return intents.decideWaiting(contact.tenant, of, { disposition: "quiet_digest", now, delivery });
  return intents.link(contact.tenant, of, delivery, subscription);
}

/** Machines get every transition, and on-call services every end of what they were told; both can bear it. */
async function isSentAlone({ notice }: Message, { store, contact, view }: FlushOptions): Promise<boolean> {
  const kind = readContactKind(contact);
  if (kind === "webhook" || (kind === "pagerduty" && notice.kind === "resolved")) return true;
  const { version, document } = await store.findStorm(contact.id);
  const items = notice.incidents.map(({ incident, state }) => ({ incident, state, at: view.at }));
  const isExempt = kind === "pagerduty" && findSeverity(notice) === "critical";
  const decided = decideStorm(document, { at: view.at, items, isExempt });
  await store.saveStorm(contact.id, version, decided.document);
  return decided.isSentAlone;
}

function listIncidents({ firing, resolved }: GroupNotification): string[] {
  return [...firing.map(({ member }) => member.incident), ...resolved.map(({ incident }) => incident)];
}
