import type { Dimension } from "../metric-words.js";

/** DIMENSION_COLUMNS is what a row says of a dimension: a column, or an expression of columns. REGION is the registry's. A dimension is added by an entry here and its name in `DIMENSIONS`. */
export const DIMENSION_COLUMNS: Readonly<Partial<Record<Dimension, string>>> = {
  CLIENT: "client",
  BRAND: "brand",
  STORE: "store",
  CHANNEL: "channel",
  PARTNER: "partner",
  SOURCE: "source",
  SYSTEM: "system",
  WORKFLOW: "workflow",
  WORKFLOW_VERSION: "workflow_version",
  STEP: "step",
  CHANGE: "change",
  TARGET: "target",
  OUTCOME: "outcome",
  ERROR_CLASS: "error_class",
  EXCEPTION_CLASS: "class",
  MEASURE: "measure",
  CURRENCY: "currency",
  MODEL: "model",
};
