import type { Postgres } from "@watchfloor/sql";
import type { Branding } from "./branding.js";
import { BrandingRepository } from "./branding.repository.js";

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0b6a80"/><path d="M9 23V9l14 14V9" fill="none" stroke="#ffffff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>';
const PICTURE = `data:image/svg+xml;base64,${Buffer.from(MARK).toString("base64")}`;

/** DEMO_BRANDING is how the service provider of the demonstration calls the product. */
export const DEMO_BRANDING: Branding = {
  ...{ productName: "Northbridge", senderName: "Northbridge operations", host: "" },
  signInWords: "What should have happened, where, and by when.",
  ...{ colour: "#0b6a80", colourDark: "#4cb4cc", logo: PICTURE, icon: PICTURE },
};

/** ensureDemoBranding gives the tenant of a demonstration a brand, unless it has one. */
export async function ensureDemoBranding(postgres: Postgres, tenant: string, now: Date): Promise<void> {
  const repository = new BrandingRepository(postgres);
  if ((await repository.find(tenant)) === undefined)
    await repository.save(tenant, DEMO_BRANDING, { savedBy: "demo", savedAt: now });
}
