import { useNavigate, useSearch } from "@tanstack/react-router";

/** AddressChange sets parameters of the address; undefined removes one. */
export type AddressChange = Readonly<Record<string, string | undefined>>;

/** Address is the query part of the address with a way to change it on the page one is on. */
export interface Address {
  readonly search: Readonly<Record<string, string | undefined>>;
  readonly change: (change: AddressChange, options?: { replace: boolean }) => void;
}

/** useAddress answers all parameters of the address, whatever the page. */
export function useAddress(): Address {
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (parts: AddressChange, options?: { replace: boolean }): void =>
    void navigate({
      to: ".",
      search: (previous: Readonly<Record<string, string | undefined>>) => dropUndefined({ ...previous, ...parts }),
      resetScroll: false,
      ...options,
    });
  return { search, change };
}

function dropUndefined(values: AddressChange): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}
