/** NoticeWording is what a tenant's own template made of a notice, nothing of it escaped yet; null = the built-in text is used. */
export interface NoticeWording {
  /** One line. */
  readonly title: string | null;
  readonly text: string | null;
}
