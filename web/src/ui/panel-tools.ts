/** TableCell is one cell of a panel's table: a text, a number with its unit, an instant, or nothing with the reason in words. */
export type TableCell =
  string | NumberCell | { readonly at: string } | { readonly value: null; readonly reason: string };

/** NumberCell is an exact number; `unit` is "" for counts, `text` is how people read it ("1 h 20 min"), else the number itself. */
export interface NumberCell {
  readonly value: number;
  readonly unit: string;
  readonly text?: string;
}

/** TableColumn is a column of a panel's table; numbers stand at its right. */
export interface TableColumn {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** PanelTable is what a panel shows as plain rows; a row has a cell for each column. */
export interface PanelTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * PanelTools is what a panel gives to have a menu with full screen, table, CSV, PNG and "how it is computed". `id` is the panel's name in
 * the address (`panel=workflows`), unique on its page; `fileName` has no extension; `table` is asked when it is wanted, and answers null
 * while there is no data; `why` is the address of the number that the panel is about (`writeWhy`), left out where it is about none.
 */
export interface PanelTools {
  readonly id: string;
  readonly fileName: string;
  readonly table: () => PanelTable | null;
  readonly why?: string;
}
