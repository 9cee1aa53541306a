import type { Notice } from "./notice.js";
import type { NoticeImages } from "./notice-image.js";

/** ImageLink is a picture that whoever has its address can load. */
export interface ImageLink {
  readonly alt: string;
  readonly url: string;
}

/** listImageLinks gives the pictures of a message that can be loaded from outside, in the order of its incidents. */
export function listImageLinks({ incidents }: Notice, images: NoticeImages | undefined): ImageLink[] {
  return incidents.flatMap(({ incident }) => {
    const image = images?.get(incident);
    return image === undefined || image.url === null ? [] : [{ alt: image.alt, url: image.url }];
  });
}
