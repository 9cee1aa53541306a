import { useSearch } from "@tanstack/react-router";

/** useSearchWord answers one parameter of the address, whatever the page; whoever asks is drawn again only when that one changes. */
export function useSearchWord(name: string): string | undefined {
  return useSearch({
    strict: false,
    select: (search: Readonly<Record<string, unknown>>) => {
      const value = search[name];
      return typeof value === "string" ? value : undefined;
    },
  });
}
