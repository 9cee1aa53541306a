import type { Page } from "playwright-core";
import { eventually } from "../support/ask.js";

/** settle waits until a page has its title and no part of it is on its way. */
export async function settle(page: Page, withinMs = 20_000): Promise<void> {
  await page.locator("h1").first().waitFor({ timeout: withinMs });
  // Panels below others are asked for in their turn: still means still twice in a row.
  let still = 0;
  await eventually(
    async () => {
      const busy = await page.locator("[aria-busy=true]").count();
      still = busy === 0 ? still + 1 : 0;
      return { busy, still };
    },
    (seen) => seen.still >= 4,
    withinMs,
  );
}
