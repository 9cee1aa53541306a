import { drawLogo } from "../../images/draw-logo.js";
import type { SenderBrand } from "../channel.js";

/** LOGO_ID names the logo within a mail. */
export const LOGO_ID = "logo@brand";

const MAX_BYTES = 200_000;
/** Mail programs show these; a drawing is made into the first of them. */
const SHOWN = /^data:(image\/(?:png|jpeg|gif));base64,([A-Za-z0-9+/=]+)$/;

/** MailPicture is a picture that travels with its mail, so that nothing is loaded when it is read. */
export interface MailPicture {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly contentDisposition: "inline";
}

/** buildLogo takes the logo of a brand along in a mail; undefined = there is none, it cannot be drawn, or it is over 200 kB. Never rejects. */
export async function buildLogo(brand: SenderBrand | undefined): Promise<MailPicture | undefined> {
  const url = brand?.logo ?? "";
  const drawn = url.startsWith("data:image/svg+xml") ? await drawLogo(url) : undefined;
  const [, contentType = "image/png", text = ""] = SHOWN.exec(url) ?? [];
  const content = drawn ?? Buffer.from(text, "base64");
  if (content.length === 0 || content.length > MAX_BYTES) return undefined;
  const filename = `logo.${contentType.slice("image/".length)}`;
  return { cid: LOGO_ID, filename, contentType, content, contentDisposition: "inline" };
}
