import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace } from "./alert-place.js";
import { AudienceService } from "./audience.service.js";
import { findGaps, type AudienceGap } from "./find-gaps.js";

/** AudienceGapsService says of which clients critical alerts reach nobody. */
export class AudienceGapsService {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: RegistryService;
      readonly now: () => Date;
    },
  ) {}

  /** list looks at the clients all of which the scope sees; of whoever is told, it says nothing. */
  async list(scope: Scope): Promise<AudienceGap[]> {
    const { postgres, registry, now } = this.parts;
    const [{ clients }, audience] = await Promise.all([
      registry.findVisible(scope),
      new AudienceService(registry).load(postgres, scope.tenant, now()),
    ]);
    const whole = clients.filter(({ id }) =>
      coversPlace(scope, { client: id, channel: "", store: "", partner: "" }, audience.regionOf),
    );
    return findGaps(
      audience,
      whole.map(({ id }) => id),
    );
  }
}
