import { existsSync } from "node:fs";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import type { FastifyInstance } from "fastify";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { serveDemoReceivers } from "../alerts/demo/serve-demo-receivers.js";
import { AlertLinksService } from "../alerts/links/alert-links.service.js";
import { serveAlertImages } from "../alerts/images/serve-alert-images.js";
import { serveAlertLinks } from "../alerts/links/serve-alert-links.js";
import { RequestDeadline } from "../graphql/request-deadline.js";
import { serveHealth } from "../health/serve-health.js";
import { ReportsService } from "../reports/reports.service.js";
import { serveReportFiles } from "../reports/serve-report-files.js";
import { AUTHENTICATOR, type Authenticator } from "../scope/authenticator.js";
import { servePages } from "../pages/serve-pages.js";
import type { ApiOptions } from "./api-options.js";
import { buildAppModule } from "./build-app-module.js";

/** GraphQL documents are small; events go to the receiver, not here. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Api is a running api role. */
export interface Api {
  readonly url: string;
  close(): Promise<void>;
}

/** startApi serves pages, /graphql (HTTP and WebSocket), health and figures. Rejects with code EADDRINUSE when the port is taken. */
export async function startApi(options: ApiOptions): Promise<Api> {
  const adapter = new FastifyAdapter({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  const deadline = new RequestDeadline();
  const clickhouse = deadline.limit(options.clickhouse);
  const app = await NestFactory.create<NestFastifyApplication>(buildAppModule({ ...options, clickhouse }), adapter, {
    logger: false,
    abortOnError: false,
  });
  // NOTE: Nest names the raw server types more loosely than Fastify does; it is the same instance.
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  deadline.attach(fastify);
  serveHealth(fastify, options);
  const authenticator = app.get<Authenticator>(AUTHENTICATOR, { strict: false });
  serveReportFiles(fastify, { authenticator, reports: app.get(ReportsService, { strict: false }) });
  serveAlertLinks(fastify, app.get(AlertLinksService, { strict: false }));
  const { webDirectory, secretBox: box, postgres, tenant, authSecret: secret, now } = options;
  serveAlertImages(fastify, { postgres, secret, now });
  if (options.isDemo && box !== undefined) serveDemoReceivers(fastify, { postgres, box, tenant });
  if (webDirectory !== undefined && existsSync(join(webDirectory, "index.html")))
    await servePages(fastify, webDirectory);
  await app.listen(options.port, options.host);
  return { url: (await app.getUrl()).replace("[::1]", "localhost"), close: () => app.close() };
}
