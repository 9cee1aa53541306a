/** NoticeImage is the picture of one incident in a message. */
export interface NoticeImage {
  /** What it shows, in words. */
  readonly alt: string;
  readonly png: Uint8Array;
  /** Where it can be loaded by whoever has the address; null = from nowhere, it travels in mails alone. */
  readonly url: string | null;
}

/** NoticeImages are the pictures of a message by incident; an incident without one is shown without. */
export type NoticeImages = ReadonlyMap<string, NoticeImage>;

/** NO_IMAGES is a message without pictures. */
export const NO_IMAGES: NoticeImages = new Map();
