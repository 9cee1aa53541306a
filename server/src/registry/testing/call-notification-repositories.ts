import type { Postgres } from "@watchfloor/sql";
import { GrantsRepository } from "../../alerts/audience/grants.repository.js";
import { AuditTrailRepository } from "../../alerts/contacts/audit-trail.repository.js";
import { ContactRepository } from "../../alerts/contacts/contact.repository.js";
import { PersonAddressRepository } from "../../alerts/contacts/person-address.repository.js";
import { SubscriptionRepository } from "../../alerts/contacts/subscription.repository.js";
import { DeliveryRepository } from "../../alerts/delivery/delivery.repository.js";
import { EscalationPolicyRepository } from "../../alerts/escalations/escalation-policy.repository.js";
import { InhibitionRepository } from "../../alerts/inhibitions/inhibition.repository.js";
import { AlertImageRepository } from "../../alerts/images/alert-image.repository.js";
import { IncidentFactsRepository } from "../../alerts/planning/incident-facts.repository.js";
import { IntentRepository } from "../../alerts/planning/intent.repository.js";
import { MessageTemplateRepository } from "../../alerts/templates/message-template.repository.js";
import { SilenceRepository } from "../../alerts/silences/silence.repository.js";

const at = new Date("2026-06-01T08:00:00Z");
const LATER = new Date("2100-01-01T00:00:00Z");
const made = { createdBy: "me", createdAt: at };
const LIMITS = "{}";

/** NOTIFICATION_CALLS does with every repository of what is told about alerts what it can do, for tenant `mine`, by the file it is in. */
export const NOTIFICATION_CALLS: Readonly<Record<string, (postgres: Postgres) => Promise<unknown>>> = {
  "server/src/alerts/audience/grants.repository.ts": async (postgres) => [
    ...(await new GrantsRepository(postgres).load("mine")),
  ],
  "server/src/alerts/contacts/contact.repository.ts": async (postgres) => {
    const repository = new ContactRepository(postgres);
    const row = { tenant: "mine", title: "of mine", kind: "webhook", mode: "event", owner: "me" } as const;
    await repository.add({ ...row, id: "mine", createdAt: at, changedAt: at });
    return [
      await repository.list("mine"),
      await repository.find("mine", "contact"),
      await repository.change("mine", "contact", { title: "stolen" }),
      await repository.noteOwnerTold("mine", "contact", { now: at, since: LATER }),
      await repository.delete("mine", "contact"),
    ];
  },
  "server/src/alerts/contacts/subscription.repository.ts": async (postgres) => {
    const repository = new SubscriptionRepository(postgres);
    const row = { tenant: "mine", id: "subscription", contact: "contact", limits: LIMITS, ...made, changedAt: at };
    await repository.save(row);
    await repository.save({ ...row, store: "s" });
    await repository.deleteOf("mine", "contact");
    return [
      await repository.list("mine"),
      await repository.list("mine", "contact"),
      await repository.find("mine", "subscription"),
      await repository.delete("mine", "subscription"),
    ];
  },
  "server/src/alerts/contacts/audit-trail.repository.ts": (postgres) =>
    new AuditTrailRepository(postgres).record(
      { tenant: "mine", subjectId: "me" },
      { action: "save", kind: "contact", subject: "contact" },
      at,
    ),
  "server/src/alerts/contacts/person-address.repository.ts": async (postgres) => [
    await new PersonAddressRepository(postgres).find("mine", "theirs-person"),
    await new PersonAddressRepository(postgres).findPerson("mine", "theirs-person"),
  ],
  "server/src/alerts/images/alert-image.repository.ts": async (postgres) => {
    const repository = new AlertImageRepository(postgres);
    const row = { tenant: "mine", incident: "other", key: "mine", alt: "", png: null, createdAt: at };
    await repository.add([{ ...row, result: "late" }]);
    const answers = [
      await repository.has("mine", "incident"),
      await repository.findMade("mine", ["incident", "other"]),
      await repository.findZone("mine", { client: "mine", store: "1" }),
    ];
    await repository.forget("mine", { before: LATER, keep: 0 });
    return answers;
  },
  "server/src/alerts/silences/silence.repository.ts": async (postgres) => {
    const repository = new SilenceRepository(postgres);
    const row = { tenant: "mine", matchers: [], limits: LIMITS, startsAt: at, endsAt: at, comment: "c", ...made };
    await repository.add({ ...row, id: "mine" });
    return [
      await repository.list("mine", new Date(0)),
      await repository.find("mine", "silence"),
      await repository.expire("mine", "silence", new Date(0)),
    ];
  },
  "server/src/alerts/inhibitions/inhibition.repository.ts": async (postgres) => {
    const repository = new InhibitionRepository(postgres);
    const row = { tenant: "mine", title: "of mine", source: [], target: [], limits: LIMITS, ...made, changedAt: at };
    await repository.save({ ...row, id: "inhibition" });
    return [
      await repository.list("mine"),
      await repository.find("mine", "inhibition"),
      await repository.delete("mine", "inhibition"),
    ];
  },
  "server/src/alerts/templates/message-template.repository.ts": async (postgres) => {
    const repository = new MessageTemplateRepository(postgres);
    const words = { name: "of mine", title: "", text: "", savedBy: "me", savedAt: at };
    const version = { tenant: "mine", id: "template", version: 1 };
    await repository.add({ ...words, ...version, medium: "mail" });
    await repository.use("mine", "mail", "template");
    await repository.noteUse(version, { now: LATER, fault: "of mine" });
    return [
      await repository.list("mine"),
      await repository.find("mine", "template"),
      await repository.findInUse("mine", "mail"),
      await repository.count("mine"),
      await repository.change(version, words),
      await repository.use("mine", "mail", null),
      await repository.delete({ ...version, version: 2 }),
    ];
  },
  "server/src/alerts/escalations/escalation-policy.repository.ts": async (postgres) => {
    const repository = new EscalationPolicyRepository(postgres);
    return [
      await repository.add({ tenant: "mine", id: "policy", version: 1, title: "of mine", steps: [], ...made }),
      await repository.listNewest("mine"),
      await repository.findNewest("mine", "policy"),
      await repository.listVersions("mine", "policy"),
    ];
  },
  "server/src/alerts/planning/incident-facts.repository.ts": async (postgres) => {
    const repository = new IncidentFactsRepository(postgres);
    return [
      [...(await repository.load("mine", ["incident"]))],
      await repository.listFiring("mine"),
      await repository.countEpisodes("mine", { ruleId: "rule", fingerprint: "of theirs" }, new Date(0)),
    ];
  },
  "server/src/alerts/planning/intent.repository.ts": async (postgres) => {
    const repository = new IntentRepository(postgres);
    const of = { contact: "contact", incidents: ["incident"] };
    await repository.moveTo("mine", "intent", { group: "g", thread: "t" });
    await repository.noteMute("mine", of, "silenced");
    await repository.decideWaiting("mine", of, { disposition: "silenced", now: at, byMute: true });
    await repository.decideOne("mine", "intent", "silenced", at);
    await repository.link("mine", of, "delivery", null);
    await repository.linkOne("mine", "intent", "delivery");
    await repository.decideDelivery("mine", "delivery", "delivered", at);
    const left = { delivery: "delivery", incidents: ["incident"] };
    await repository.decideLeftOut("mine", left, { disposition: "no_permission", now: at });
    await repository.reopenDelivery("mine", "delivery");
    await repository.passOn("mine", "delivery", "other");
    await repository.deleteDecided("mine", new Date(0));
    const row = { transition: "t", kind: "fired", incident: "i", contact: "c", thread: "i", createdAt: at } as const;
    return [
      await repository.add({ tenant: "mine", id: "intent", ...row }),
      await repository.listOfIncident("mine", "incident"),
      await repository.findBeginning("mine", "contact", "incident"),
    ];
  },
  "server/src/alerts/delivery/delivery.repository.ts": async (postgres) => {
    const repository = new DeliveryRepository(postgres);
    const row = { contact: "contact", channel: "webhook", stream: "of mine", purpose: "fired", payload: {} };
    const kept = { ...row, severity: "info", state: "pending", createdAt: at } as const;
    await repository.add({ tenant: "mine", id: "delivery", version: 1, ...kept });
    await repository.keepUntil("mine", { endedBefore: LATER, deadBefore: LATER });
    const own = await repository.find("mine", "delivery");
    return [
      own,
      await repository.cas({ tenant: "mine", id: "delivery", version: 1 }, { state: "dead" }),
      await repository.findMany("mine", ["delivery"]),
      await repository.listLog("mine", { first: 10 }),
      await repository.findWaiting("mine", "contact", "of theirs"),
      await repository.findFirstTarget("mine", "contact", "of theirs"),
      own === undefined ? undefined : await repository.findBefore(own),
      await repository.countMails("mine", new Date(0)),
      await repository.listSurplus("mine", "contact", 0),
    ];
  },
};

/** NOTIFICATION_WITHOUT_TENANT says of files that need no tenant why. */
export const NOTIFICATION_WITHOUT_TENANT: Readonly<Record<string, string>> = {
  "server/src/alerts/planning/list-due-documents.ts": "workers work for every tenant; each document names its own",
  "server/src/alerts/images/find-image-by-key.ts": "the key, which only a signed link tells, is of one picture",
  "server/src/alerts/health/image-figures.repository.ts": "sums over every tenant for the operator, names none",
  "server/src/alerts/planning/in-transaction.ts": "keeps together what repositories do, each for its own tenant",
  "server/src/alerts/watch/find-alert-lag.ts": "how late the whole installation is; reads times alone",
  "server/src/alerts/delivery/claim-deliveries.ts": "workers work for every tenant; each delivery names its own",
};
