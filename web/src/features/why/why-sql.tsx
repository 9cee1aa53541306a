import { useState, type ReactNode } from "react";
import classes from "./why.module.css";

/** WhySql shows the statements that were run, for roles that may see them; others see nothing of it. */
export function WhySql(props: { sql: string | null }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  const { sql } = props;
  if (sql === null) return null;
  const copy = (): void =>
    void navigator.clipboard.writeText(sql).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details className={classes.sql}>
      <summary>The SQL that was run</summary>
      <button type="button" className={classes.again} onClick={copy}>
        {isCopied ? "Copied" : "Copy"}
      </button>
      <pre tabIndex={0} aria-label="SQL">
        {sql}
      </pre>
    </details>
  );
}
