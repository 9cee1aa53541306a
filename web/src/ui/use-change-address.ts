import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** AddressChange sets parameters of the address; undefined removes one. */
export type AddressChange = Readonly<Record<string, string | undefined>>;

/** ChangeAddress changes parameters of the address on the page one is on. */
export type ChangeAddress = (change: AddressChange, options?: { replace: boolean }) => void;

/** useChangeAddress answers the way to change the address, whatever the page; it stays the same function, and reads nothing of the address. */
export function useChangeAddress(): ChangeAddress {
  const navigate = useNavigate();
  return useCallback(
    (parts, options) =>
      void navigate({
        to: ".",
        search: (previous: AddressChange) => dropUndefined({ ...previous, ...parts }),
        resetScroll: false,
        ...options,
      }),
    [navigate],
  );
}

function dropUndefined(values: AddressChange): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}
