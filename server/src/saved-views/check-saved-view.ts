import type { SavedViewProblem } from "./saved-view.js";

const MAX_TITLE = 80;
/** A page with every filter set is some 600 characters; the longest address that browsers and proxies pass on is about 8,000. */
const MAX_ADDRESS = 4_000;

/** CheckedView is a view that may be saved. */
export interface CheckedView {
  readonly title: string;
  readonly address: string;
}

/** checkSavedView trims a title and refuses what is no address within the product: it must begin with one slash, because it will be followed. */
export function checkSavedView(title: string, address: string): CheckedView | SavedViewProblem {
  const named = title.trim().replaceAll(/\s+/g, " ");
  if (named === "" || named.length > MAX_TITLE)
    return { code: "INVALID_TITLE", message: `A title of 1 to ${MAX_TITLE} characters is needed.` };
  const isWithin = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(address) && !/^\/+(sign-in|graphql|v1)\b/.test(address);
  if (!isWithin || address.length > MAX_ADDRESS)
    return {
      code: "INVALID_ADDRESS",
      message: `An address within the product is needed, such as /runs?state=overdue.`,
    };
  return { title: named, address };
}
