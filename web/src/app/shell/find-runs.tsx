import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactNode } from "react";
import classes from "./header.module.css";

/** FindRuns looks up an order, a sku, a run or a correlation from any page; "/" leads to it. */
export function FindRuns(): ReactNode {
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") void navigate({ to: "/runs", search: { find: text.trim() } });
  };
  return (
    <form className={classes.find} role="search" onSubmit={find}>
      <input
        id="find-runs"
        type="search"
        aria-label="Find runs by order, sku, run or correlation"
        aria-keyshortcuts="/"
        placeholder="Find a run"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
