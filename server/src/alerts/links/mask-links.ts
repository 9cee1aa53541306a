import { ALERT_LINKS } from "./alert-link-builder.js";

const TOKEN = new RegExp(`${ALERT_LINKS}/[A-Za-z0-9_.-]+`, "g");

/** maskLinks hides the tokens of links in a text that is kept: whoever reads a log may not act with them. */
export function maskLinks(text: string): string {
  return text.replaceAll(TOKEN, `${ALERT_LINKS}/***`);
}
