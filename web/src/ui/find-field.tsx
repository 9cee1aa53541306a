import { useState, type FormEvent, type ReactNode } from "react";

interface FindFieldProps {
  /** label says what can be found by. */
  readonly label: string;
  readonly placeholder: string;
  readonly find: string | undefined;
  readonly onFind: (find: string | undefined) => void;
}

/** FindField finds rows of the list below it, when one presses Enter; empty, it finds all. */
export function FindField(props: FindFieldProps): ReactNode {
  return <Field key={props.find ?? ""} {...props} />;
}

function Field(props: FindFieldProps): ReactNode {
  const [text, setText] = useState(props.find ?? "");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onFind(text.trim() === "" ? undefined : text.trim());
  };
  return (
    <form role="search" aria-label="This list" onSubmit={submit}>
      <input
        type="search"
        aria-label={props.label}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
