import { useBlocker } from "@tanstack/react-router";

/** useLeaveWarning asks before unsaved changes are lost, by a link as well as by closing the window. */
export function useLeaveWarning(isChanged: boolean): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !globalThis.confirm("Leave without saving your changes?"),
    enableBeforeUnload: isChanged,
  });
}
