import type { ReactNode } from "react";
import { EmptyNote } from "../../ui/empty-note.js";

/** NotFoundPage says that an address leads nowhere. */
export function NotFoundPage(): ReactNode {
  return (
    <main style={{ padding: 24 }}>
      <h1 style={{ fontSize: 20 }}>There is no such page</h1>
      <EmptyNote title="The address leads nowhere.">
        <a href="/" style={{ color: "var(--brand)" }}>
          Go to the live page
        </a>
      </EmptyNote>
    </main>
  );
}
