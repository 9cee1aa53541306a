import type { Notice } from "../notice.js";
import type { NoticeImages } from "../notice-image.js";
import type { MailPicture } from "./build-logo.js";

/** All charts of a mail together. */
const MAX_BYTES = 200_000;

/** MailImage is the chart of an incident in a mail. */
export interface MailImage extends MailPicture {
  readonly incident: string;
  readonly alt: string;
}

/** buildMailImages takes the charts of a message along, in the order of its incidents, as long as they have 200 kB together. */
export function buildMailImages({ incidents }: Notice, images: NoticeImages | undefined): MailImage[] {
  let used = 0;
  return incidents.flatMap(({ incident }, place) => {
    const image = images?.get(incident);
    if (image === undefined || used + image.png.length > MAX_BYTES) return [];
    used += image.png.length;
    const name = `chart-${place + 1}`;
    const content = Buffer.from(image.png);
    const of = { cid: `${name}@chart`, filename: `${name}.png`, contentType: "image/png", content } as const;
    return [{ ...of, contentDisposition: "inline", incident, alt: image.alt }];
  });
}
