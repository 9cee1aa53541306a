import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { GraphqlFailure } from "../../graphql/graphql-failure.js";
import { ErrorNote } from "../../ui/error-note.js";

const retryEveryMs = 5_000;

/** FaultPage stands in for a page that could not be shown at all. While the server cannot be reached it tries again by itself. */
export function FaultPage(props: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const { error } = props;
  const isPassing =
    error instanceof GraphqlFailure && ["unreachable", "server_fault", "rate_limited"].includes(error.reason);
  useEffect(() => {
    if (!isPassing) return undefined;
    const timer = setInterval(() => void router.invalidate(), retryEveryMs);
    return () => clearInterval(timer);
  }, [isPassing, router]);
  return (
    <main style={{ padding: 24, maxWidth: 720 }}>
      <ErrorNote
        what="this page"
        error={error instanceof Error ? error : new Error("something unexpected happened")}
        asOfMs={null}
        onRetry={() => (isPassing ? void router.invalidate() : location.reload())}
      />
    </main>
  );
}
