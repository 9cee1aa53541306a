import type { SenderBrand } from "../channel.js";

/** LOGO_ID names the logo within a mail. */
export const LOGO_ID = "logo@brand";

const MAX_BYTES = 200_000;
/** Mail programs show these; drawings they do not. */
const SHOWN = /^data:(image\/(?:png|jpeg|gif));base64,([A-Za-z0-9+/=]+)$/;

/** MailLogo is a logo that travels with its mail, so that nothing is loaded when it is read. */
export interface MailLogo {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly contentDisposition: "inline";
}

/** buildLogo takes the logo of a brand along in a mail; undefined = there is none, mail programs would not show it, or it is over 200 kB. */
export function buildLogo(brand: SenderBrand | undefined): MailLogo | undefined {
  const [, contentType, text] = SHOWN.exec(brand?.logo ?? "") ?? [];
  if (contentType === undefined || text === undefined) return undefined;
  const content = Buffer.from(text, "base64");
  if (content.length === 0 || content.length > MAX_BYTES) return undefined;
  const filename = `logo.${contentType.slice("image/".length)}`;
  return { cid: LOGO_ID, filename, contentType, content, contentDisposition: "inline" };
}
