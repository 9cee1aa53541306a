import { Inject } from "@nestjs/common";
import { Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { RegistryService } from "../registry.service.js";
import { Registry } from "./registry.type.js";

/** RegistryResolver answers `registry`. */
@Resolver()
export class RegistryResolver {
  constructor(@Inject(RegistryService) private readonly service: RegistryService) {}

  @Query(() => Registry, {
    description: "Clients, regions, stores, channels, partners and workflows within the scope of whoever asks.",
  })
  registry(@CurrentScope() scope: Scope): Promise<Registry> {
    return this.service.findVisible(scope);
  }
}
