import { renameDashboard, type Dashboard } from "@watchfloor/dashboards";
import type { Postgres } from "@watchfloor/sql";
import type { Scope } from "../scope/scope.js";
import { buildCopyId } from "./build-copy-id.js";
import { chooseShown } from "./choose-shown.js";
import type { DashboardProblem } from "./dashboard-problem.js";
import { DashboardsRepository } from "./dashboards.repository.js";
import { mayChangeDashboard, mayMakeDashboards } from "./may-change-dashboard.js";
import { maySeeDashboard } from "./may-see-dashboard.js";
import { readDashboard } from "./read-dashboard.js";
import type { StoredDashboard } from "./stored-dashboard.js";

/** OpenDashboard is a dashboard as it is shown to one caller. */
export interface OpenDashboard {
  readonly stored: StoredDashboard;
  readonly dashboard: Dashboard;
  readonly mayChange: boolean;
}

/** A tenant with more would not find them again. */
const MAX_DASHBOARDS = 500;
const MAX_TITLE_LENGTH = 120;

const NOT_FOUND = problem("not_found", "There is no dashboard of this id that you may see.");
const STALE = problem("stale_version", "Somebody saved another version meanwhile: open it again, then save.");
const NOT_ALLOWED = problem(
  "not_allowed",
  "Only its author or an administrator may change this dashboard: make a copy of it.",
);

/** DashboardsService keeps the dashboards of a tenant. Who may make any is decided before; whose may be changed is decided here. */
export class DashboardsService {
  private readonly repository: DashboardsRepository;

  constructor(private readonly parts: { postgres: Postgres; now: () => Date }) {
    this.repository = new DashboardsRepository(parts.postgres);
  }

  /** list gives the dashboards a caller may open, by title. */
  async list(scope: Scope): Promise<OpenDashboard[]> {
    const shown = chooseShown(await this.repository.listNewest(scope.tenant));
    return shown
      .flatMap((stored) => openStored(scope, stored))
      .sort((a, b) => a.dashboard.title.localeCompare(b.dashboard.title));
  }

  /** find gives one dashboard. */
  async find(scope: Scope, id: string): Promise<OpenDashboard | DashboardProblem> {
    const [stored] = chooseShown(await this.repository.listNewest(scope.tenant, id));
    return (stored === undefined ? undefined : openStored(scope, stored)[0]) ?? NOT_FOUND;
  }

  /** save keeps a text as a new version of the dashboard it names; `expectedVersion` is the version the caller changed, 0 for a new dashboard. */
  async save(scope: Scope, text: string, expectedVersion: number): Promise<OpenDashboard | DashboardProblem> {
    const read = readDashboard(text);
    if ("faults" in read) return { ...problem("invalid", "The definition does not fit."), faults: read.faults };
    const { id } = read.dashboard;
    const newest = await this.repository.listNewest(scope.tenant);
    const all = chooseShown(newest);
    const shown = all.find((stored) => stored.id === id);
    const refusal = checkChange(scope, shown, { expectedVersion, count: all.length });
    if (refusal !== undefined) return refusal;
    const added = await this.add(scope, { id, text, isRemoved: false, version: findNext(newest, id) });
    return added ? this.find(scope, id) : STALE;
  }

  /** copy makes a dashboard of the caller's own of one that they may open, under another title. */
  async copy(scope: Scope, id: string, title: string): Promise<OpenDashboard | DashboardProblem> {
    const found = await this.find(scope, id);
    if ("code" in found) return found;
    const named = title.trim();
    if (named === "" || named.length > MAX_TITLE_LENGTH)
      return problem("invalid", `A title of 1 to ${MAX_TITLE_LENGTH} characters is needed.`);
    const taken = (await this.repository.listNewest(scope.tenant)).map((row) => row.id);
    const copyId = buildCopyId(named, taken);
    return this.save(scope, renameDashboard(found.stored.text, { id: copyId, title: named }), 0);
  }

  /** remove takes away what people saved; the dashboard of a file shows again where there is one. */
  async remove(scope: Scope, id: string, expectedVersion: number): Promise<StoredDashboard | DashboardProblem> {
    const newest = await this.repository.listNewest(scope.tenant, id);
    const stored = chooseShown(newest).flatMap((shown) => openStored(scope, shown))[0]?.stored;
    if (stored === undefined) return NOT_FOUND;
    if (stored.isSeed) return problem("not_allowed", "It came as a file and stays; only what people saved is removed.");
    const refusal = checkChange(scope, stored, { expectedVersion, count: 0 });
    if (refusal !== undefined) return refusal;
    const added = await this.add(scope, { id, text: stored.text, isRemoved: true, version: findNext(newest, id) });
    return added ? stored : STALE;
  }

  private add(scope: Scope, row: { id: string; text: string; isRemoved: boolean; version: number }): Promise<boolean> {
    const { clients, regions, stores, channels, partners } = scope;
    return this.repository.insert(scope.tenant, {
      ...row,
      isSeed: false,
      limits: JSON.stringify({ clients, regions, stores, channels, partners }),
      ...{ createdAt: this.parts.now(), createdBy: scope.subjectId },
    });
  }
}

/** The number comes from the same reading as the check, so of two who save at once only one succeeds. */
function findNext(newest: readonly { readonly id: string; readonly version: number }[], id: string): number {
  return 1 + Math.max(0, ...newest.filter((row) => row.id === id).map(({ version }) => version));
}

function checkChange(
  scope: Scope,
  shown: StoredDashboard | undefined,
  { expectedVersion, count }: { expectedVersion: number; count: number },
): DashboardProblem | undefined {
  if (!mayMakeDashboards(scope)) return NOT_ALLOWED;
  if (shown === undefined) {
    if (expectedVersion !== 0) return STALE;
    return count < MAX_DASHBOARDS ? undefined : problem("too_many", "Remove a dashboard first: there are 500.");
  }
  if (expectedVersion === 0)
    return problem("already_there", `There is a dashboard "${shown.id}" already: choose another id.`);
  if (!mayChangeDashboard(scope, shown)) return NOT_ALLOWED;
  return shown.version === expectedVersion ? undefined : STALE;
}

/** A version that an older product wrote may no longer fit; it is left out rather than shown half. */
function openStored(scope: Scope, stored: StoredDashboard): OpenDashboard[] {
  const read = readDashboard(stored.text);
  if ("faults" in read || !maySeeDashboard(scope, stored, read.dashboard)) return [];
  return [{ stored, dashboard: read.dashboard, mayChange: mayChangeDashboard(scope, stored) }];
}

function problem(code: DashboardProblem["code"], message: string): DashboardProblem {
  return { code, message, faults: [] };
}
