import { useState, type ReactNode } from "react";
import table from "./table.module.css";

/** CopyButton puts a text on the clipboard and says so; where that is forbidden it shows the text to be copied by hand. */
export function CopyButton(props: { text: () => string; words: string }): ReactNode {
  const [said, setSaid] = useState("");
  const copy = (): void => {
    const text = props.text();
    const done = globalThis.isSecureContext
      ? navigator.clipboard.writeText(text)
      : Promise.reject(new Error("not secure"));
    done.then(
      () => setSaid("Copied"),
      () => setSaid(text),
    );
  };
  return (
    <>
      <button type="button" className={table.pick} onClick={copy}>
        {props.words}
      </button>
      <span role="status">{said === "" ? "" : ` ${said}`}</span>
    </>
  );
}
