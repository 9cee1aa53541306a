import { createHash, randomUUID } from "node:crypto";
import { renderFailure, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { buildMetricsService } from "../../metrics/execution/build-metrics-service.js";
import { FrozenFiguresService } from "../../metrics/frozen/frozen-figures.service.js";
import { RegistryService } from "../../registry/registry.service.js";
import { BreachRepository } from "../content/breach.repository.js";
import { ContentFailure, gatherContent, type ContentParts } from "../content/gather-content.js";
import type { ReportContent } from "../content/report-content.js";
import { renderReportCsv } from "../csv/render-report-csv.js";
import { renderReportPdf } from "../pdf/render-report-pdf.js";
import { REPORT_FORMATS, type ReportFormat } from "../report-words.js";
import { claimReport } from "../store/claim-report.js";
import type { ReportClaim, ReportRecord } from "../store/report-record.js";
import { ReportRepository, type WrittenFile } from "../store/report.repository.js";
import { buildFileName } from "./build-file-name.js";
import { readReportScope } from "./read-report-scope.js";

/** A worker that was killed is missed after this time; one that works says so three times as often. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = LEASE_MS / 3;
/** A report that takes its worker with it is not made for ever. */
const MAX_ATTEMPTS = 4;
/** Asking is most of the work. */
const SHARE_OF_ASKING = 0.8;

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  PDF: "application/pdf",
  CSV: "text/csv; charset=utf-8",
};

/** ReportStopped: the report was cancelled, or another worker has it. */
class ReportStopped extends Error {}

/** ReportMakerOptions are what reports are made with. */
export interface ReportMakerOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * ReportMaker makes the reports that wait, one after the other. Any number of processes may run it: each report is held by one, and taken up
 * by another when its worker is not heard of. Files, frozen figures and the end are written at once, so nothing is made twice or by halves.
 */
export class ReportMaker {
  private readonly worker = randomUUID();
  private readonly reports: ReportRepository;
  private readonly content: ContentParts;
  private isClosing = false;

  constructor(private readonly options: ReportMakerOptions) {
    const { clickhouse, postgres, now } = options;
    const registry = new RegistryService({ postgres, now });
    const { metrics, settings } = buildMetricsService({ clickhouse, postgres, registry, now });
    const frozen = new FrozenFiguresService({ postgres, metrics, now });
    this.reports = new ReportRepository(postgres);
    this.content = { postgres, registry, frozen, settings, breaches: new BreachRepository(clickhouse) };
  }

  /** run makes every report that waits, and returns how many were taken up. */
  async run(): Promise<number> {
    let count = 0;
    while (!this.isClosing) {
      const claim = { worker: this.worker, leaseMs: LEASE_MS };
      const claimed = await claimReport(this.options.postgres, claim, this.options.now());
      if (claimed === undefined) return count;
      count += 1;
      await this.make(claimed);
    }
    return count;
  }

  /** close lets others take up what is under way. */
  close(): void {
    this.isClosing = true;
  }

  private async make(record: ReportRecord): Promise<void> {
    const { now, logger } = this.options;
    const claim: ReportClaim = { tenant: record.tenant, id: record.id, worker: this.worker };
    const renewal = setInterval(() => {
      this.reports.advance(claim, { claimedUntil: this.buildLease() }).catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      if (record.attempts > MAX_ATTEMPTS)
        throw new ContentFailure(`It was begun ${MAX_ATTEMPTS} times and never ended. Ask for a shorter period.`);
      await this.write(record, claim);
    } catch (cause) {
      if (cause instanceof ReportStopped) return;
      const isFinal = cause instanceof ContentFailure || record.attempts >= MAX_ATTEMPTS;
      logger.warn({ report: record.id, tenant: record.tenant, cause: renderFailure(cause) }, "report not made");
      const error =
        cause instanceof ContentFailure ? cause.message : "The figures could not be read. Ask for it again.";
      await this.reports.advance(
        claim,
        isFinal ? { state: "failed", error, endedAt: now(), step: "" } : { claimedUntil: this.buildRetry(record) },
      );
    } finally {
      clearInterval(renewal);
    }
  }

  private async write(record: ReportRecord, claim: ReportClaim): Promise<void> {
    const { now, logger } = this.options;
    const madeAt = now();
    const scope = readReportScope(record);
    const terms = { ...record, formats: REPORT_FORMATS.filter((format) => record.formats.includes(format)) };
    const step = (words: string, progress: number) => this.tell(claim, words, progress);
    const gathered = await gatherContent(this.content, { scope, terms, madeAt }, (words, share) =>
      step(words, share * SHARE_OF_ASKING),
    );
    const files: WrittenFile[] = [];
    for (const [place, format] of terms.formats.entries()) {
      await step(`Writing the ${format}`, SHARE_OF_ASKING + (place * (1 - SHARE_OF_ASKING)) / terms.formats.length);
      files.push(await buildFile(record, format, gathered.content));
    }
    const { asOf } = gathered.content;
    const isOurs = await this.reports.finish(claim, { files, figures: gathered.figures, asOf, now: now() });
    if (isOurs) logger.info({ report: record.id, tenant: record.tenant, files: files.length }, "report made");
  }

  /** Throws when the report is no longer ours, so that the work ends. */
  private async tell(claim: ReportClaim, step: string, progress: number): Promise<void> {
    if (this.isClosing) {
      // Given back at once: whoever starts next need not wait for the end of the lease.
      await this.reports.advance(claim, { claimedUntil: this.options.now() });
      throw new ReportStopped();
    }
    if (!(await this.reports.advance(claim, { step, progress, claimedUntil: this.buildLease() })))
      throw new ReportStopped();
  }

  private buildLease(): Date {
    return new Date(this.options.now().getTime() + LEASE_MS);
  }

  /** What failed because an engine was busy is tried again, each time later. */
  private buildRetry({ attempts }: ReportRecord): Date {
    return new Date(this.options.now().getTime() + attempts * 5_000);
  }
}

async function buildFile(record: ReportRecord, format: ReportFormat, content: ReportContent): Promise<WrittenFile> {
  const bytes = format === "PDF" ? await renderReportPdf(content) : renderReportCsv(content);
  return {
    ...{ tenant: record.tenant, report: record.id, name: buildFileName(record, format) },
    ...{ mediaType: MEDIA_TYPES[format], size: bytes.length, bytes },
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
