import { Inject } from "@nestjs/common";
import { Args, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentContext } from "../../graphql/current-context.js";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { RequestContext } from "../../graphql/request-context.js";
import type { Scope } from "../../scope/scope.js";
import type { Branding as StoredBranding } from "../branding.js";
import { BrandingService } from "../branding.service.js";
import { Branding, BrandingInput, BrandingSettings, SaveBrandingResult } from "./branding.type.js";

/** BrandingResolver answers what the product is called, to anybody, and lets administrators change it. */
@Resolver()
export class BrandingResolver {
  constructor(@Inject(BrandingService) private readonly service: BrandingService) {}

  @Query(() => Branding, { description: "How pages look, also before somebody has signed in." })
  async branding(@CurrentContext() { scope, headers }: RequestContext): Promise<Branding> {
    const { productName, signInWords, colour, colourDark, logo, icon } = await this.service.findShown(scope, headers);
    return { productName, signInWords, colour, colourDark, logo: logo || null, icon: icon || null };
  }

  @Query(() => BrandingSettings, {
    nullable: true,
    description: "The tenant's own; null = it has none. Administrators only.",
  })
  async brandingSettings(@CurrentScope() scope: Scope): Promise<BrandingSettings | null> {
    demandAdministrator(scope);
    const found = await this.service.find(scope);
    return found === undefined ? null : buildSettings(found);
  }

  @Mutation(() => SaveBrandingResult, {
    description: "Replaces the tenant's branding; pages show it within seconds. Administrators only.",
  })
  async saveBranding(@CurrentScope() scope: Scope, @Args("input", { type: () => BrandingInput }) input: BrandingInput) {
    demandAdministrator(scope);
    const saved = await this.service.save(scope, {
      ...{ productName: input.productName, colour: input.colour, colourDark: input.colourDark ?? null },
      ...{ signInWords: input.signInWords ?? "", senderName: input.senderName ?? input.productName },
      ...{ logo: input.logo ?? "", icon: input.icon ?? "", host: input.host ?? "" },
    });
    return "message" in saved ? saved : buildSettings(saved);
  }

  @Mutation(() => Boolean, { description: "Gives the tenant the product's own branding back. Administrators only." })
  async resetBranding(@CurrentScope() scope: Scope): Promise<boolean> {
    demandAdministrator(scope);
    await this.service.reset(scope);
    return true;
  }
}

/** The brand is the whole tenant's, so whoever is limited to a part of it does not change it. */
function demandAdministrator({ role, clients, regions, stores, channels, partners }: Scope): void {
  const isWhole = [clients, regions, stores, channels, partners].every((limit) => limit === null);
  if (role !== "administrator" || !isWhole)
    throw new Problem("FORBIDDEN", "Only administrators of the whole tenant set its branding.", {
      remedy: "Ask an administrator.",
    });
}

function buildSettings(branding: StoredBranding): BrandingSettings {
  const { logo, icon, host, ...texts } = branding;
  return { ...texts, logo: logo || null, icon: icon || null, host: host || null };
}
