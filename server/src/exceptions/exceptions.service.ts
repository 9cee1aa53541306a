import type { RegistryService } from "../registry/registry.service.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import type { ExceptionView } from "./exception-view.js";
import type { ExceptionRepository } from "./exception.repository.js";

/** ExceptionsService answers what people must look at within a scope. */
export class ExceptionsService {
  constructor(private readonly parts: { repository: ExceptionRepository; registry: RegistryService }) {}

  /** findOfRun returns the exceptions of one run, oldest first. */
  async findOfRun(scope: Scope, run: { client: string; workflow: string; id: string }): Promise<ExceptionView[]> {
    return this.parts.repository.findOfRun(await resolveReach(this.parts.registry, scope, undefined), run);
  }
}
