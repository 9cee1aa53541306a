import { useRouter } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactNode } from "react";
import { Popup } from "../../ui/popup.js";
import { useViews } from "./use-views.js";
import classes from "./views.module.css";

/** ViewsMenu lists the person's saved views, and saves what is on the screen under a name. */
export function ViewsMenu(): ReactNode {
  return (
    <Popup
      label="Saved views"
      align="end"
      button={{ className: classes.open, "aria-label": "Saved views", "data-tip": "Saved views" }}
      face={
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M4 2h8v12l-4-3-4 3z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
        </svg>
      }
    >
      {(close) => <ViewList onDone={close} />}
    </Popup>
  );
}

function ViewList(props: { onDone: () => void }): ReactNode {
  const { views, error, remove } = useViews(true);
  const { history } = useRouter();
  return (
    <div className={classes.list}>
      {error === null ? null : <p role="alert">Saved views could not be loaded: {error.message}</p>}
      {views.length === 0 && error === null ? (
        <p className={classes.hint}>No view is saved yet. A view keeps scope, time, filters and what is open.</p>
      ) : (
        <ul>
          {views.map((view) => (
            <li key={view.id} className={classes.view}>
              <button
                type="button"
                className={classes.go}
                onClick={() => {
                  history.push(view.address);
                  props.onDone();
                }}
              >
                {view.title}
              </button>
              <button
                type="button"
                className={classes.remove}
                aria-label={`Delete the view ${view.title}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(view.id)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <SaveForm onDone={props.onDone} />
    </div>
  );
}

function SaveForm(props: { onDone: () => void }): ReactNode {
  const { save } = useViews(false);
  const [title, setTitle] = useState("");
  const { history } = useRouter();
  const fault = save.error?.message ?? save.data ?? null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = history.location.href;
    save.mutate({ title, address }, { onSuccess: (problem) => (problem === null ? props.onDone() : undefined) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <input
        type="text"
        aria-label="Name of the view"
        placeholder="Name what you see now"
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <button type="submit" disabled={title.trim() === "" || save.isPending}>
        Save
      </button>
      {fault === null ? null : <p role="alert">{fault}</p>}
    </form>
  );
}
