/** SPANS: how wide a panel may be, in twelfths of a wide screen. */
export const SPANS = [3, 4, 5, 6, 7, 8, 12] as const;

/** PANEL_ORDERS: what comes first in a list. */
export const PANEL_ORDERS = ["largest", "smallest", "worst", "best"] as const;

/** HEAT_COLUMNS: the periods a heat table may have as columns. */
export const HEAT_COLUMNS = ["day", "week", "month", "quarter"] as const;

/** ANNOTATION_KINDS: what may be marked on a chart over time. */
export const ANNOTATION_KINDS = ["promotion", "incident", "correction", "release"] as const;

/** PANEL_PAGES: which page a row of a panel opens. */
export const PANEL_PAGES = ["client", "store", "channel", "partner", "runs"] as const;
