import type { Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { BriefCache } from "../registry/brief-cache.js";
import { readHeader } from "../identity/request/read-header.js";
import type { RequestHeaders } from "../scope/authenticator.js";
import type { Scope } from "../scope/scope.js";
import { OWN_BRANDING, type Branding } from "./branding.js";
import { BrandingRepository } from "./branding.repository.js";
import { checkBranding, type BrandingDraft, type BrandingProblem } from "./check-branding.js";
import { findTenantByHost } from "./find-tenant-by-host.js";

const REMEMBER_MS = 5_000;
const REMEMBER_HOSTS = 1_000;

/** BrandingService answers what the product is called and how it looks, also to whoever is not signed in, and lets administrators change it. */
export class BrandingService {
  private readonly repository: BrandingRepository;
  private readonly shown: BriefCache<Branding>;

  constructor(private readonly parts: { postgres: Postgres; tenant: string; now: () => Date; logger: Logger }) {
    this.repository = new BrandingRepository(parts.postgres);
    this.shown = new BriefCache({ forMs: REMEMBER_MS, maxEntries: REMEMBER_HOSTS, now: parts.now });
  }

  /** findShown returns the branding of whoever is signed in; before that of the host they came to, else of the tenant people sign in to. */
  async findShown(scope: Scope | undefined, headers: RequestHeaders): Promise<Branding> {
    const host = readHost(headers);
    return this.shown.get(scope === undefined ? `host ${host}` : `tenant ${scope.tenant}`, async () => {
      const tenant = scope?.tenant ?? (await findTenantByHost(this.parts.postgres, host)) ?? this.parts.tenant;
      return (await this.repository.find(tenant)) ?? OWN_BRANDING;
    });
  }

  /** find returns the branding of a tenant; undefined = it has the product's own. */
  find(scope: Scope): Promise<Branding | undefined> {
    return this.repository.find(scope.tenant);
  }

  /** save replaces the branding of a tenant, or says what is wrong with it. */
  async save(scope: Scope, draft: BrandingDraft): Promise<Branding | BrandingProblem> {
    const checked = checkBranding(draft);
    if ("problem" in checked) return checked.problem;
    const { branding } = checked;
    if (branding.host !== "" && (await this.repository.isHostTaken(scope.tenant, branding.host)))
      return { field: "host", message: "This name is taken." };
    await this.repository.save(scope.tenant, branding, { savedBy: scope.subjectId, savedAt: this.parts.now() });
    this.parts.logger.info({ tenant: scope.tenant, by: scope.subjectId }, "branding saved");
    this.shown.forget();
    return branding;
  }

  /** reset gives a tenant the product's own branding back. */
  async reset(scope: Scope): Promise<void> {
    await this.repository.delete(scope.tenant);
    this.parts.logger.info({ tenant: scope.tenant, by: scope.subjectId }, "branding reset");
    this.shown.forget();
  }
}

/** Behind a proxy the name that people typed is `x-forwarded-host`; either only chooses what a sign-in page looks like. */
function readHost(headers: RequestHeaders): string {
  const named = readHeader(headers, "x-forwarded-host")?.split(",")[0] ?? readHeader(headers, "host") ?? "";
  return named.trim().toLowerCase().replace(/:\d+$/, "").slice(0, 253);
}
