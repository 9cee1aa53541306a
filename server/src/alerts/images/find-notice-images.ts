import type { Postgres } from "@watchfloor/sql";
import type { Notice, NoticeKind } from "../channels/notice.js";
import { NO_IMAGES, type NoticeImages } from "../channels/notice-image.js";
import { AlertImageRepository } from "./alert-image.repository.js";
import { buildImageUrl, type ImageLinkParts } from "./image-link.js";

/** More pictures than that nobody scrolls past. */
const MOST = 3;
/** What says that something fires; an end, a digest of a storm or a test shows nothing. */
const SHOWN: ReadonlySet<NoticeKind> = new Set(["fired", "escalated", "acknowledged", "unacknowledged"]);

/** ImageWish is the message that pictures are wanted for, as far as its contact may know of it. */
export interface ImageWish {
  readonly tenant: string;
  readonly notice: Notice;
}

/** findNoticeImages returns the pictures, made by now, of the first incidents that a message says fire; none is waited for. Rejects when the database does. */
export async function findNoticeImages(
  postgres: Postgres,
  links: ImageLinkParts,
  { tenant, notice }: ImageWish,
): Promise<NoticeImages> {
  if (!SHOWN.has(notice.kind)) return NO_IMAGES;
  const firing = notice.incidents.filter(({ state }) => state === "firing").slice(0, MOST);
  const found = await new AlertImageRepository(postgres).findMade(
    tenant,
    firing.map(({ incident }) => incident),
  );
  return new Map(
    found.flatMap(({ incident, png, alt, ...of }) =>
      png === null ? [] : [[incident, { alt, png, url: buildImageUrl(links, of) }] as const],
    ),
  );
}
