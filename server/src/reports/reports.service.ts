import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { coversLimits } from "../metrics/frozen/covers-limits.js";
import type { FigureChange } from "../metrics/frozen/compare-frozen.js";
import type { FrozenFiguresService } from "../metrics/frozen/frozen-figures.service.js";
import type { FigureSettingsService } from "../metrics/settings/figure-settings.service.js";
import type { RegistryService } from "../registry/registry.service.js";
import type { Scope } from "../scope/scope.js";
import { buildReportLimits, readReportLimits } from "./making/read-report-scope.js";
import type { ReportRefusal } from "./report-words.js";
import type { ReportFile, ReportRecord } from "./store/report-record.js";
import { MAX_ACTIVE_REPORTS, ReportRepository, type WrittenFile } from "./store/report.repository.js";
import { checkReportWish, type ReportWish } from "./wish/check-report-wish.js";

const MAX_LISTED = 500;

/** ReportView is a report as people see it. */
export interface ReportView {
  readonly record: ReportRecord;
  readonly clientTitle: string;
  readonly files: readonly ReportFile[];
  /** Whether whoever asks may end it. */
  readonly mayCancel: boolean;
}

/** ReportAnswer is a report, or why there is none. */
export type ReportAnswer = { readonly view: ReportView } | { readonly refusal: ReportRefusal };

/** ReportRestatement is what the figures of a report would say now, where that differs. */
export interface ReportRestatement {
  readonly asOf: Date;
  readonly changes: readonly (FigureChange & { readonly figure: string })[];
}

/** ReportsParts are what the service stands on. */
export interface ReportsParts {
  readonly postgres: Postgres;
  readonly registry: RegistryService;
  readonly settings: FigureSettingsService;
  readonly frozen: FrozenFiguresService;
  readonly now: () => Date;
  readonly logger: Logger;
}

const NOT_FOUND: ReportRefusal = { reason: "NOT_FOUND", message: "There is no report of this id that you may see." };

/** ReportsService begins, shows and ends reports; workers make them. A report is seen by whoever sees all that it speaks of, asked anew each time. */
export class ReportsService {
  private readonly repository: ReportRepository;

  constructor(private readonly parts: ReportsParts) {
    this.repository = new ReportRepository(parts.postgres);
  }

  /** request puts a report into the queue, made within the limits of whoever asks for it. */
  async request(scope: Scope, wish: ReportWish): Promise<ReportAnswer> {
    const { registry, settings, now, logger } = this.parts;
    const client = (await registry.findVisible(scope)).clients.find(({ id }) => id === wish.client);
    const checked = checkReportWish(wish, {
      ...{ now: now(), role: scope.role, isClientVisible: client !== undefined },
      defaultZone: client?.timeZone ?? (await registry.findTenant(scope))?.timeZone ?? "UTC",
      retailCalendar: await settings.findCalendar(scope, wish.client),
    });
    if ("refusal" in checked) return checked;
    const made = await this.repository.create({
      ...{ ...checked.terms, formats: [...checked.terms.formats] },
      ...{ tenant: scope.tenant, id: randomUUID(), role: scope.role, requestedBy: scope.subjectId },
      ...{ limits: JSON.stringify(buildReportLimits(scope, wish.client)), requestedAt: now(), state: "queued" },
    });
    if (made === undefined)
      return {
        refusal: { reason: "TOO_MANY", message: `${MAX_ACTIVE_REPORTS} reports are waiting: wait, or cancel some.` },
      };
    logger.info(
      { tenant: scope.tenant, report: made.id, client: made.client, by: scope.subjectId },
      "report asked for",
    );
    return { view: await this.buildView(scope, made) };
  }

  /** list returns the newest reports that a scope may see, of one client when it is named. */
  async list(scope: Scope, { client, first }: { client?: string | null; first: number }): Promise<ReportView[]> {
    const visible = await this.parts.registry.findVisible(scope);
    const clients = client == null ? scope.clients : visible.clients.some(({ id }) => id === client) ? [client] : [];
    if (clients?.length === 0) return [];
    const rows = await this.repository.list(scope.tenant, clients, MAX_LISTED);
    const shown = rows.filter((row) => isVisible(scope, row)).slice(0, first);
    const files = await this.repository.listFiles(
      scope.tenant,
      shown.map(({ id }) => id),
    );
    return shown.map((record) => ({
      ...{ record, mayCancel: mayCancel(scope, record) },
      clientTitle: visible.clients.find(({ id }) => id === record.client)?.title ?? record.client,
      files: files.filter(({ report }) => report === record.id),
    }));
  }

  /** find returns one report. */
  async find(scope: Scope, id: string): Promise<ReportAnswer> {
    const record = await this.findVisible(scope, id);
    return record === undefined ? { refusal: NOT_FOUND } : { view: await this.buildView(scope, record) };
  }

  /** cancel ends a report that waits or runs; whoever asked for it may, and administrators. */
  async cancel(scope: Scope, id: string): Promise<ReportAnswer> {
    const record = await this.findVisible(scope, id);
    if (record === undefined) return { refusal: NOT_FOUND };
    if (!isManagedBy(scope, record))
      return { refusal: { reason: "NOT_PERMITTED", message: "Whoever asked for it ends it, or an administrator." } };
    const ended = await this.repository.cancel(scope.tenant, id, this.parts.now());
    if (ended === undefined)
      return { refusal: { reason: "ALREADY_ENDED", message: "It has ended: there is nothing to cancel." } };
    this.parts.logger.info({ tenant: scope.tenant, report: id, by: scope.subjectId }, "report cancelled");
    return { view: await this.buildView(scope, ended) };
  }

  /** findFile returns a file of a report whole, to whoever sees the report now. */
  async findFile(scope: Scope, id: string, name: string): Promise<WrittenFile | undefined> {
    const record = await this.findVisible(scope, id);
    return record?.state === "done" ? this.repository.findFile(scope.tenant, id, name) : undefined;
  }

  /** restate asks the figures of a report anew, and lists what differs from what it says. Rejects with a `ClickHouseFailure`. */
  async restate(scope: Scope, id: string): Promise<ReportRestatement | ReportRefusal> {
    const record = await this.findVisible(scope, id);
    if (record === undefined) return NOT_FOUND;
    const restated = await Promise.all(record.figures.map((figure) => this.parts.frozen.restate(scope, figure)));
    const changes = restated.flatMap((each) =>
      "code" in each
        ? []
        : each.changes.map((change) => ({ ...change, figure: each.figure.title.split(", report")[0] ?? "" })),
    );
    return { asOf: this.parts.now(), changes };
  }

  private async findVisible(scope: Scope, id: string): Promise<ReportRecord | undefined> {
    const record = await this.repository.find(scope.tenant, id);
    return record !== undefined && isVisible(scope, record) ? record : undefined;
  }

  private async buildView(scope: Scope, record: ReportRecord): Promise<ReportView> {
    const [visible, files] = await Promise.all([
      this.parts.registry.findVisible(scope),
      this.repository.listFiles(scope.tenant, [record.id]),
    ]);
    const clientTitle = visible.clients.find(({ id }) => id === record.client)?.title ?? record.client;
    return { record, clientTitle, files, mayCancel: mayCancel(scope, record) };
  }
}

function isVisible(scope: Scope, record: ReportRecord): boolean {
  return coversLimits(scope, readReportLimits(record));
}

function isManagedBy({ role, subjectId }: Scope, { requestedBy }: ReportRecord): boolean {
  return role === "administrator" || requestedBy === subjectId;
}

function mayCancel(scope: Scope, record: ReportRecord): boolean {
  return isManagedBy(scope, record) && (record.state === "queued" || record.state === "running");
}
