import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ScopeSearch } from "../../scope/scope-search.js";
import type { RangeSearch } from "../../time-range/range-search.js";

/** ShellSearch is the part of the address that all pages share. */
export type ShellSearch = ScopeSearch &
  RangeSearch & { readonly wall?: string | undefined; readonly tz?: string | undefined };

/** SearchChange sets parameters of the address; undefined removes one. */
export type SearchChange = Readonly<Record<string, string | undefined>>;

/** useShellSearch answers the shared part of the address and a way to change it on the page one is on. */
export function useShellSearch(): { search: ShellSearch; change: (change: SearchChange) => void } {
  const search = useSearch({ from: "/shell" });
  const navigate = useNavigate();
  const change = (parts: SearchChange): void =>
    void navigate({ to: ".", search: (previous) => dropUndefined({ ...previous, ...parts }), resetScroll: false });
  return { search, change };
}

function dropUndefined(values: SearchChange): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}
