import type { Page, Route } from "playwright-core";

/** GraphqlFault is what becomes of a question: the network loses it, the answer comes late, or it is refused. */
export type GraphqlFault = "down" | { readonly lateMs: number } | { readonly code: string; readonly message: string };

interface Posted {
  readonly query?: string;
}

/** breakGraphql makes questions of a page whose text has `about` in it fail in a way, until what it returns is called. */
export async function breakGraphql(page: Page, fault: GraphqlFault, about = ""): Promise<() => Promise<void>> {
  const pattern = "**/graphql";
  const handle = async (route: Route): Promise<void> => {
    const asked = (route.request().postDataJSON() as Posted | null)?.query ?? "";
    if (!asked.includes(about)) return route.continue();
    if (fault === "down") return route.abort("connectionrefused");
    if ("lateMs" in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.lateMs));
      return route.continue();
    }
    const { code, message } = fault;
    return route.fulfill({ json: { data: null, errors: [{ message, extensions: { code } }] } });
  };
  await page.route(pattern, handle);
  return () => page.unroute(pattern, handle);
}
