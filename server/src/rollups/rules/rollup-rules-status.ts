import type { RegistryService } from "../../registry/registry.service.js";
import { isCountedBy } from "./rollup-rules.js";
import type { RollupRulesRepository } from "./rollup-rules.repository.js";

/** RollupRulesStatus tells questions whether the promises in the rollups of a tenant were counted by what is promised now. */
export class RollupRulesStatus {
  constructor(
    private readonly repository: RollupRulesRepository,
    private readonly registry: Pick<RegistryService, "findSlaBook">,
  ) {}

  /**
   * findCounted returns the generation of the rules by which every cell was counted; undefined while they are not those of now. An answer
   * holds when the same was found before and after it was asked for.
   */
  async findCounted(tenant: string): Promise<number | undefined> {
    const [stored, book] = await Promise.all([this.repository.find(tenant), this.registry.findSlaBook(tenant)]);
    return isCountedBy(stored, book) ? stored.generation : undefined;
  }
}
