import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ErrorNote } from "../../ui/error-note.js";

/** FaultPage stands in for a page that could not be shown at all, and offers to try again. */
export function FaultPage(props: ErrorComponentProps): ReactNode {
  return (
    <main style={{ padding: 24, maxWidth: 720 }}>
      <ErrorNote
        what="this page"
        error={props.error instanceof Error ? props.error : new Error("something unexpected happened")}
        asOfMs={null}
        onRetry={() => location.reload()}
      />
    </main>
  );
}
