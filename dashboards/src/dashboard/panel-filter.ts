import { z } from "zod";

const ids = z.array(z.string().min(1).max(256)).min(1).max(100);

/** panelFilterSchema narrows one panel further than its page; a name that the page narrows too keeps what both allow. */
export const panelFilterSchema = z.strictObject({
  clients: ids.optional(),
  brands: ids.optional(),
  regions: ids.optional(),
  stores: ids.optional(),
  channels: ids.optional(),
  partners: ids.optional(),
  workflows: ids.optional(),
  steps: ids.optional(),
  sources: ids.optional(),
  measures: ids.optional(),
  outcomes: ids.optional(),
  errorClasses: ids.optional(),
  exceptionClasses: ids.optional(),
});

/** PanelFilter is that as read. */
export type PanelFilter = z.infer<typeof panelFilterSchema>;
