import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import classes from "./header.module.css";

/** FindRuns looks up an order, a sku, a run or a correlation from any page; "/" leads to it. */
export function FindRuns(): ReactNode {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const isShortcut = event.key === "/" || (event.key === "k" && (event.metaKey || event.ctrlKey));
      if (!isShortcut || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") void navigate({ to: "/runs", search: { find: text.trim() } });
  };
  return (
    <form className={classes.find} role="search" onSubmit={find}>
      <input
        ref={input}
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

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
