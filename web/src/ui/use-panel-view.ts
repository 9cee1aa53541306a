import { useChangeAddress } from "./use-change-address.js";
import { useSearchWord } from "./use-search-word.js";

/** PanelView is how the address says that a panel is shown. */
export interface PanelView {
  readonly isFull: boolean;
  readonly isTable: boolean;
  readonly toggleFull: () => void;
  readonly toggleTable: () => void;
}

/** usePanelView reads and changes how one panel is shown: `panel=trend` fills the screen, `table=trend,stores` shows both as tables. */
export function usePanelView(id: string): PanelView {
  const change = useChangeAddress();
  const tables = useSearchWord("table")?.split(",") ?? [];
  const isFull = useSearchWord("panel") === id;
  const isTable = tables.includes(id);
  const other = isTable ? tables.filter((table) => table !== id) : [...tables, id];
  return {
    isFull,
    isTable,
    toggleFull: () => change({ panel: isFull ? undefined : id }),
    toggleTable: () => change({ table: other.length === 0 ? undefined : other.join(",") }),
  };
}
