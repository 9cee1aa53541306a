import type { Postgres, SecretBox } from "@watchfloor/sql";
import { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { GrantsRepository } from "../audience/grants.repository.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { ContactsService } from "../contacts/contacts.service.js";
import { SubscriptionsService } from "../contacts/subscriptions.service.js";
import { openTarget, sealTarget } from "../contacts/target-box.js";
import { AlertLinkBuilder } from "../links/alert-link-builder.js";
import type { WirePolicy } from "../wire/wire-policy.js";
import { buildDemoReceiverUrl, DEMO_RECEIVERS, type DemoReceiver } from "./demo-receivers.js";

/** DemoContactsParts are what the contacts of a demonstration stand on; `port` is that of its pages, where its receivers answer. */
export interface DemoContactsParts {
  readonly postgres: Postgres;
  readonly box: SecretBox;
  readonly tenant: string;
  readonly port: number;
  readonly policy: WirePolicy;
  readonly now: () => Date;
}

/** ensureDemoContacts gives the people of a demonstration contacts with subscriptions, by the services that people use. May be repeated: those there are keep their terms and follow the port. */
export async function ensureDemoContacts(parts: DemoContactsParts): Promise<void> {
  const { postgres, tenant } = parts;
  const grants = await new GrantsRepository(postgres).load(tenant);
  const known = await new ContactRepository(postgres).list(tenant);
  for (const receiver of DEMO_RECEIVERS) {
    const scope = grants.get(receiver.owner);
    const contact = known.find(({ title, owner }) => title === receiver.title && owner === receiver.owner);
    if (contact !== undefined) await movePort(parts, receiver, contact);
    else if (scope !== undefined) await addContact(parts, receiver, scope);
  }
}

async function addContact(parts: DemoContactsParts, receiver: DemoReceiver, scope: Scope): Promise<void> {
  const { postgres, box, policy, now, port } = parts;
  const links = new AlertLinkBuilder({ secret: undefined, publicUrl: null, now });
  const contacts = new ContactsService({ postgres, box, mailer: undefined, policy, links, productName: "", now });
  const made = await contacts.create(scope, {
    ...{ title: receiver.title, kind: "webhook", mode: receiver.mode, routingKey: null, isFallback: false },
    address: buildDemoReceiverUrl(receiver.name, port),
  });
  if ("code" in made) throw new Error(`The demonstration has no contact "${receiver.title}": ${made.message}`);
  const registry = new RegistryService({ postgres, now });
  const subscribed = await new SubscriptionsService({ postgres, registry, contacts, now }).save(scope, {
    ...{ id: null, contact: made.contact.id, client: null, channel: null, store: null, partner: null },
    filter: { severities: receiver.severities },
    options: {},
  });
  if ("code" in subscribed) throw new Error(`"${receiver.title}" is not subscribed: ${subscribed.message}`);
}

/** The address holds the port of the pages, and that may be another one at each start. */
async function movePort(
  { postgres, box, tenant, port }: DemoContactsParts,
  receiver: DemoReceiver,
  { id, secret }: ContactRow,
): Promise<void> {
  const url = buildDemoReceiverUrl(receiver.name, port);
  const target = openTarget(box, { tenant, id }, secret);
  if (target?.kind !== "webhook" || target.url === url) return;
  const sealed = sealTarget(box, { tenant, id }, { ...target, url });
  await new ContactRepository(postgres).change(tenant, id, { secret: sealed, hint: `${new URL(url).host}/…` });
}
