import type { Scope } from "../../scope/scope.js";
import type { RunView } from "../run-view.js";
import type { RunsService } from "../runs.service.js";
import { joinLinks, type RunLink } from "./run-link.js";
import type { RunLinkRepository } from "./run-link.repository.js";

/** RunLinkService answers which other traces a run that the caller may see points at. */
export class RunLinkService {
  constructor(private readonly parts: { links: RunLinkRepository; runs: RunsService }) {}

  /** findLinks returns the links of a run and its steps; the runs they lead to are limited to the scope once more. */
  async findLinks(scope: Scope, { client, workflow, id, day }: RunView): Promise<RunLink[]> {
    const { links, runs } = this.parts;
    const found = await links.findLinks(scope.tenant, { client, workflow, run: id });
    const traces = [...new Set(found.map((link) => link.traceId))];
    const traced = await links.findRuns(scope.tenant, { client, day }, traces);
    return joinLinks(found, traced, await runs.findByKeys(scope, traced));
  }
}
