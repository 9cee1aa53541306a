import type { Postgres } from "@watchfloor/sql";
import { BriefCache } from "../../registry/brief-cache.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import type { RetailCalendar } from "../periods/retail-calendar.js";
import { checkAssumption, checkRetailCalendar, type FigureProblem } from "./check-figure-setting.js";
import { FigureSettingsRepository, type ClientCalendar, type StatedAssumption } from "./figure-settings.repository.js";
import type { Assumption } from "./metric-assumptions.js";

/** Another process learns of a change this much later; the one that made it at once. */
const REMEMBER_MS = 5_000;
const REMEMBER_TENANTS = 200;

interface Settings {
  readonly assumptions: readonly StatedAssumption[];
  readonly calendars: readonly ClientCalendar[];
}

/** FigureSettingsService knows what figures are computed with, and changes it. Who may change it is decided before. */
export class FigureSettingsService {
  private readonly repository: FigureSettingsRepository;
  private readonly known: BriefCache<Settings>;

  constructor(private readonly parts: { postgres: Postgres; registry: RegistryService; now: () => Date }) {
    this.repository = new FigureSettingsRepository(parts.postgres);
    this.known = new BriefCache({ forMs: REMEMBER_MS, maxEntries: REMEMBER_TENANTS, now: parts.now });
  }

  /** findAssumptions returns what was stated for the tenant and for the clients a scope may see. */
  async findAssumptions(scope: Scope): Promise<readonly StatedAssumption[]> {
    const { assumptions } = await this.load(scope.tenant);
    return this.keepVisible(scope, assumptions);
  }

  /** findCalendars returns the retail calendars of the tenant and of the clients a scope may see. */
  async findCalendars(scope: Scope): Promise<readonly ClientCalendar[]> {
    const { calendars } = await this.load(scope.tenant);
    return this.keepVisible(scope, calendars);
  }

  /** findCalendar returns the retail calendar of a client, else that of the tenant. */
  async findCalendar(scope: Scope, client: string | undefined): Promise<RetailCalendar | undefined> {
    const calendars = await this.findCalendars(scope);
    return calendars.find((each) => each.client === client) ?? calendars.find((each) => each.client === "");
  }

  /** state states an assumption from an instant on, now unless told. */
  async state(
    scope: Scope,
    stated: Omit<Assumption, "effectiveAt"> & { effectiveAt?: Date | undefined },
  ): Promise<StatedAssumption | FigureProblem> {
    const problem = checkAssumption(stated) ?? (await this.checkClient(scope, stated.client));
    if (problem !== undefined) return problem;
    const statedAt = this.parts.now();
    const row = { ...stated, effectiveAt: stated.effectiveAt ?? statedAt, author: scope.subjectId, statedAt };
    await this.repository.saveAssumption(scope.tenant, row);
    this.known.forget(scope.tenant);
    return row;
  }

  /** retract takes back what was stated. */
  async retract(
    scope: Scope,
    of: Pick<Assumption, "name" | "client" | "effectiveAt">,
  ): Promise<FigureProblem | undefined> {
    const problem = await this.checkClient(scope, of.client);
    const isGone = problem === undefined && (await this.repository.deleteAssumption(scope.tenant, of));
    this.known.forget(scope.tenant);
    return isGone ? undefined : (problem ?? { code: "not_found", message: "Nothing was stated there." });
  }

  /** setCalendar sets the retail calendar of a client, or of the tenant (''). */
  async setCalendar(scope: Scope, calendar: ClientCalendar): Promise<ClientCalendar | FigureProblem> {
    const problem = checkRetailCalendar(calendar) ?? (await this.checkClient(scope, calendar.client));
    if (problem !== undefined) return problem;
    await this.repository.saveCalendar(scope.tenant, calendar, {
      author: scope.subjectId,
      changedAt: this.parts.now(),
    });
    this.known.forget(scope.tenant);
    return calendar;
  }

  /** removeCalendar takes a retail calendar away. */
  async removeCalendar(scope: Scope, client: string): Promise<FigureProblem | undefined> {
    const problem = await this.checkClient(scope, client);
    const isGone = problem === undefined && (await this.repository.deleteCalendar(scope.tenant, client));
    this.known.forget(scope.tenant);
    return isGone ? undefined : (problem ?? { code: "not_found", message: "There is no retail calendar there." });
  }

  /** What holds for the whole tenant is changed only by who sees all of it. */
  private async checkClient(scope: Scope, client: string): Promise<FigureProblem | undefined> {
    const { clients } = await this.parts.registry.findVisible(scope);
    const isKnown = client === "" ? scope.clients === null : clients.some(({ id }) => id === client);
    return isKnown ? undefined : { code: "unknown_client", message: `There is no client "${client.slice(0, 80)}".` };
  }

  private async keepVisible<Row extends { client: string }>(scope: Scope, rows: readonly Row[]): Promise<Row[]> {
    const { clients } = await this.parts.registry.findVisible(scope);
    const visible = new Set(["", ...clients.map(({ id }) => id)]);
    return rows.filter(({ client }) => visible.has(client));
  }

  private load(tenant: string): Promise<Settings> {
    return this.known.get(tenant, async () => {
      const [assumptions, calendars] = await Promise.all([
        this.repository.listAssumptions(tenant),
        this.repository.listCalendars(tenant),
      ]);
      return { assumptions, calendars };
    });
  }
}
