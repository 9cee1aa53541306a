import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { BrandingRepository } from "../../branding/branding.repository.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { brandSender } from "../channels/brand-sender.js";
import type { Notice } from "../channels/notice.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { isIncidentVisible } from "../incidents/is-incident-visible.js";
import type { NotificationProblem } from "../notification-problem.js";
import { IncidentFactsRepository } from "../planning/incident-facts.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { checkTemplate, type CheckedTemplate } from "./check-template.js";
import { MessageTemplateRepository, type MessageTemplateRow } from "./message-template.repository.js";
import type { TemplateMedium } from "./template-medium.js";
import type { FieldFault, TemplateTexts } from "./word-notice.js";

const MAX_TEMPLATES = 50;
const MAX_NAME = 80;
const NOT_FOUND: TemplateProblem = { code: "NOT_FOUND", message: "There is no such template.", faults: [] };
const NO_INCIDENT: TemplateProblem = {
  ...{ code: "NOT_FOUND", message: "There is no such incident that you may see.", faults: [] },
};
const CHANGED: TemplateProblem = {
  ...{
    code: "CHANGED_MEANWHILE",
    message: "Somebody has changed the template meanwhile: look at it again.",
    faults: [],
  },
};
const NARROW: TemplateProblem = {
  ...{ code: "WIDER_THAN_SCOPE", faults: [] },
  message: "A template words the messages of all clients: only who sees all of them may change it.",
};

/** TemplateProblem says why a template was not changed, with every fault of its texts. */
export interface TemplateProblem extends NotificationProblem {
  readonly faults: readonly FieldFault[];
}

/** TemplateWish is a template as somebody asks for it; `id` = null makes a new one, and `expectedVersion` is the one it replaces. */
export interface TemplateWish extends TemplateTexts {
  readonly id: string | null;
  readonly expectedVersion: number;
  readonly name: string;
  readonly medium: TemplateMedium;
}

/** MessageTemplatesService keeps how a tenant words its messages. They are about all clients: whoever is limited to some reads them and changes none. */
export class MessageTemplatesService {
  private readonly templates: MessageTemplateRepository;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "findVisible">;
      readonly publicUrl: string | null;
      readonly now: () => Date;
    },
  ) {
    this.templates = new MessageTemplateRepository(parts.postgres);
  }

  /** list returns the templates of the tenant by name. */
  list(scope: Scope): Promise<MessageTemplateRow[]> {
    return this.templates.list(scope.tenant);
  }

  /** preview tries texts on every sample, and on an incident that whoever asks may see. */
  async preview(
    scope: Scope,
    { medium, title, text, incident }: TemplateTexts & { medium: TemplateMedium; incident: string | null },
  ): Promise<CheckedTemplate | TemplateProblem> {
    const notice = incident === null ? undefined : await this.findNotice(scope, incident);
    if (incident !== null && notice === undefined) return NO_INCIDENT;
    return this.check(scope, { medium, title, text }, notice);
  }

  /** save keeps a template, or says everything that is wrong with it. */
  async save(scope: Scope, wish: TemplateWish): Promise<MessageTemplateRow | TemplateProblem> {
    const { name, medium } = wish;
    if (!isWhole(scope)) return NARROW;
    const [title, text] = [keepLineEnds(wish.title), keepLineEnds(wish.text)];
    const before = wish.id === null ? undefined : await this.templates.find(scope.tenant, wish.id);
    const problem = await this.refuse(scope, { ...wish, title, text }, before);
    if (problem !== undefined) return problem;
    const [now, id, version] = [this.parts.now(), before?.id ?? randomUUID(), (before?.version ?? 0) + 1];
    const words = { name: name.trim(), title, text, savedBy: scope.subjectId, savedAt: now };
    const { tenant } = scope;
    const isSaved = await inTransaction(this.parts.postgres, async (within) => {
      const templates = new MessageTemplateRepository(within);
      if (before === undefined) await templates.add({ ...words, tenant, id, version, medium });
      else if (!(await templates.change({ tenant, id, version: wish.expectedVersion }, words))) return false;
      const after = { name: words.name, medium, title, text, version };
      await this.record(within, scope, { action: "save", subject: id, before: describe(before), after });
      return true;
    });
    return isSaved ? ((await this.templates.find(tenant, id)) ?? NOT_FOUND) : CHANGED;
  }

  /** delete takes a template away; where it was in use the built-in text is from now on. */
  async delete(scope: Scope, id: string, expectedVersion: number): Promise<string | TemplateProblem> {
    if (!isWhole(scope)) return NARROW;
    const before = await this.templates.find(scope.tenant, id);
    if (before === undefined) return NOT_FOUND;
    return inTransaction(this.parts.postgres, async (within) => {
      const of = { tenant: scope.tenant, id, version: expectedVersion };
      if (!(await new MessageTemplateRepository(within).delete(of))) return CHANGED;
      await this.record(within, scope, { action: "delete", subject: id, before: describe(before), after: null });
      return id;
    });
  }

  /** use takes a template into use for its medium, null = the built-in text; returns what is in use now. */
  async use(scope: Scope, medium: TemplateMedium, id: string | null): Promise<string | null | TemplateProblem> {
    if (!isWhole(scope)) return NARROW;
    const { tenant } = scope;
    const row = id === null ? undefined : await this.templates.find(tenant, id);
    if (id !== null && row?.medium !== medium) return NOT_FOUND;
    await inTransaction(this.parts.postgres, async (within) => {
      const templates = new MessageTemplateRepository(within);
      const before = { inUse: (await templates.findInUse(tenant, medium))?.id ?? null };
      await templates.use(tenant, medium, id);
      await this.record(within, scope, { action: "use", subject: medium, before, after: { inUse: id } });
    });
    return id;
  }

  private async refuse(
    scope: Scope,
    wish: TemplateWish,
    before: MessageTemplateRow | undefined,
  ): Promise<TemplateProblem | undefined> {
    if (wish.id !== null && (before === undefined || before.medium !== wish.medium)) return NOT_FOUND;
    if (before !== undefined && before.version !== wish.expectedVersion) return CHANGED;
    const length = wish.name.trim().length;
    if (length === 0 || length > MAX_NAME)
      return { code: "INVALID_TITLE", message: `A name of 1 to ${MAX_NAME} characters is needed.`, faults: [] };
    const { faults } = await this.check(scope, wish);
    if (faults.length > 0)
      return { code: "INVALID_TEMPLATE", message: "It was not saved: see what is wrong beside its texts.", faults };
    if (before === undefined && (await this.templates.count(scope.tenant)) >= MAX_TEMPLATES)
      return { code: "TOO_MANY", message: `There are ${MAX_TEMPLATES} templates: delete some.`, faults: [] };
    return undefined;
  }

  private async check(
    scope: Scope,
    { medium, title, text }: TemplateTexts & { readonly medium: TemplateMedium },
    notice?: Notice,
  ): Promise<CheckedTemplate> {
    const brand = await new BrandingRepository(this.parts.postgres).find(scope.tenant);
    const { publicUrl } = this.parts;
    const sender = brandSender({ productName: "Watchfloor", userAgent: "", publicUrl }, brand);
    return checkTemplate({ medium, texts: { title, text }, sender, notice });
  }

  /** What would be told of an incident now, to whoever may see all of its place. */
  private async findNotice(scope: Scope, incident: string): Promise<Notice | undefined> {
    const facts = (await new IncidentFactsRepository(this.parts.postgres).load(scope.tenant, [incident])).get(incident);
    if (facts === undefined) return undefined;
    const { client, store, channel, partner } = facts.notice.place;
    const place = { client: client ?? "", store: store ?? "", channel: channel ?? "", partner: partner ?? "" };
    if (!isIncidentVisible(place, scope, await this.parts.registry.findVisible(scope))) return undefined;
    const { firedAt, resolvedAt, state } = facts.notice;
    const kind = state === "resolved" ? "resolved" : "fired";
    const at = (state === "resolved" ? resolvedAt : firedAt) ?? this.parts.now().getTime();
    const of = { kind, delivery: "sample", thread: incident, at, more: 0, remarks: [] } as const;
    return { ...of, incidents: [facts.notice] };
  }

  private record(
    within: Postgres,
    scope: Scope,
    change: {
      readonly action: string;
      readonly subject: string;
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
    },
  ): Promise<void> {
    const audited = { ...change, kind: "message_template" as const };
    return new AuditTrailRepository(within).record(scope, audited, this.parts.now());
  }
}

function isWhole({ clients, regions, stores, channels, partners }: Scope): boolean {
  return [clients, regions, stores, channels, partners].every((limit) => limit === null);
}

function describe(row: MessageTemplateRow | undefined): Readonly<Record<string, unknown>> | null {
  if (row === undefined) return null;
  const { name, medium, title, text, version, isInUse } = row;
  return { name, medium, title, text, version, isInUse };
}

/** Forms send line ends of Windows. */
function keepLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
