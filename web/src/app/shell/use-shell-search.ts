import { useSearch } from "@tanstack/react-router";
import { keptNames } from "../kept-names.js";
import { pickSearch } from "../search-text.js";
import { useChangeAddress, type ChangeAddress } from "../../ui/use-change-address.js";
import type { ScopeSearch } from "../../scope/scope-search.js";
import type { RangeSearch } from "../../time-range/range-search.js";

/** ShellSearch is the part of the address that all pages share. */
export type ShellSearch = ScopeSearch &
  RangeSearch & { readonly wall?: string | undefined; readonly tz?: string | undefined };

/**
 * useShellSearch answers the shared part of the address and a way to change it on the page one is on. The answer stays the same object while that part
 * does: opening a panel or explaining a number changes the address, and must not draw every page anew.
 */
export function useShellSearch(): { search: ShellSearch; change: ChangeAddress } {
  const search = useSearch({
    from: "/shell",
    select: (all): ShellSearch => pickSearch(all, keptNames),
    structuralSharing: true,
  });
  return { search, change: useChangeAddress() };
}
