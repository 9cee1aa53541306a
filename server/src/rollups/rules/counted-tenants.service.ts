import type { SlaBook } from "../../sla/sla-book.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";
import { decideRestatement, readBookRules } from "./rollup-rules.js";
import type { RollupRulesRepository } from "./rollup-rules.repository.js";

/** CountedTenant is a tenant whose promises are, or were, decided by policies: its cells are counted apart from those of others. */
export interface CountedTenant {
  readonly tenant: string;
  readonly generation: number;
  /** Undefined = it has no policies any more. */
  readonly promises: PromiseRules | undefined;
  /** From when on, in epoch milliseconds, its cells wait to be counted by them; undefined = none does. */
  readonly restatedFrom: number | undefined;
}

/** CountedTenantsParts are what the service stands on. */
export interface CountedTenantsParts {
  readonly repository: RollupRulesRepository;
  readonly listTenants: () => Promise<string[]>;
  readonly loadBook: (tenant: string) => Promise<SlaBook>;
  /** Writes when the clocks of a tenant run, as far back as its runs go. */
  readonly storeClocks: (tenant: string) => Promise<unknown>;
}

/** CountedTenantsService tells a worker by which rules it counts. */
export class CountedTenantsService {
  constructor(private readonly parts: CountedTenantsParts) {}

  /**
   * find returns the tenants with policies. Where these have changed it is noted, before anything is counted by them, that the cells wait,
   * so that nobody takes old cells for new ones or a mixture for either. Undefined while another process does the same.
   */
  async find(): Promise<CountedTenant[] | undefined> {
    const found: CountedTenant[] = [];
    for (const tenant of await this.parts.listTenants()) {
      const counted = await this.findOne(tenant);
      if (counted === undefined) return undefined;
      found.push(counted);
    }
    return found;
  }

  private async findOne(tenant: string): Promise<CountedTenant | undefined> {
    const { repository, loadBook } = this.parts;
    const stored = await repository.find(tenant);
    const book = await loadBook(tenant);
    const { promises, text, parts } = readBookRules(book);
    const restatedFrom = decideRestatement(stored, book);
    const isSame = stored.fingerprint === text;
    const generation = isSame ? stored.generation : stored.generation + 1;
    const rules = { generation, fingerprint: text, parts, restatedFrom };
    if (!isSame && !(await repository.replace(tenant, rules, stored.generation))) return undefined;
    // Whoever died before the clocks were written finds the cells waiting still.
    if (restatedFrom !== undefined) await this.parts.storeClocks(tenant);
    return { tenant, generation, promises, restatedFrom };
  }

  /** ensureClocks has the clocks of a tenant written as far back as its oldest run, which may have come just now. */
  async ensureClocks({ tenant, promises }: CountedTenant): Promise<void> {
    if (promises !== undefined && promises.plan.clocks.length > 0) await this.parts.storeClocks(tenant);
  }

  /** isStill tells whether the rules by which a tenant was counted still hold. */
  async isStill({ tenant, generation }: CountedTenant): Promise<boolean> {
    return (await this.parts.repository.find(tenant)).generation === generation;
  }

  /** moveOn notes that cells before `restatedFrom`, undefined = all, are counted; false = by rules that hold no more. */
  moveOn({ tenant, generation }: CountedTenant, restatedFrom: number | undefined): Promise<boolean> {
    return this.parts.repository.moveOn(tenant, generation, restatedFrom);
  }
}
