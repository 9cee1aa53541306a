import { IMAGE_LINKS } from "../images/image-link.js";
import { ALERT_LINKS } from "./alert-link-builder.js";

const TOKEN = new RegExp(`(${ALERT_LINKS}|${IMAGE_LINKS})/[A-Za-z0-9_.-]+`, "g");

/** maskLinks hides the tokens of links in a text that is kept: whoever reads a log may neither act with them nor look at what they show. */
export function maskLinks(text: string): string {
  return text.replaceAll(TOKEN, "$1/***");
}
