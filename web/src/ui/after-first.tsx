import type { ReactNode } from "react";

/**
 * AfterFirst keeps what stands below a part of unknown height out of sight until that part is there, so that nothing jumps down under the
 * eye. What is inside is already asking its questions meanwhile.
 */
export function AfterFirst(props: { isReady: boolean; children: ReactNode }): ReactNode {
  return <div style={{ display: "contents", visibility: props.isReady ? "visible" : "hidden" }}>{props.children}</div>;
}
