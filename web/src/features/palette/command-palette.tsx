import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Modal.css";
import { Modal } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { findPaletteItems } from "./find-palette-items.js";
import type { PaletteItem } from "./palette-item.js";
import classes from "./palette.module.css";

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly items: readonly PaletteItem[];
  /** onFind looks the text up among runs, when nothing else is meant. */
  readonly onFind: (text: string) => void;
  readonly onClose: () => void;
}

/** CommandPalette goes anywhere and does anything by a few letters. */
export function CommandPalette(props: CommandPaletteProps): ReactNode {
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.onClose}
      size={620}
      padding={0}
      yOffset="10vh"
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label="Command palette" className={classes.content ?? ""}>
        {props.isOpen ? <Search {...props} /> : null}
      </Modal.Content>
    </Modal.Root>
  );
}

function Search(props: CommandPaletteProps): ReactNode {
  const { onClose, onFind } = props;
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => addFind(findPaletteItems(props.items, text), text, onFind), [props.items, text, onFind]);
  const current = Math.min(at, found.length - 1);
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    onClose();
    item.run();
  };
  const move = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const last = found.length - 1;
      const next = current + step;
      setAt(
        Math.abs(step) === 1 ? (next + found.length) % Math.max(1, found.length) : Math.max(0, Math.min(last, next)),
      );
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(found[current]);
    }
  };
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current, found]);
  return (
    <>
      <input
        data-autofocus
        className={classes.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${current}`}
        aria-label="Go to a page, store, workflow or view, or do something"
        placeholder="Go to a page, store, workflow or view, or do something"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={move}
      />
      <ul ref={list} id={listId} role="listbox" aria-label="What fits" className={classes.list}>
        {found.map((item, index) => (
          <li
            key={item.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={classes.item}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(item)}
          >
            <span className={classes.title}>{item.title}</span>
            <span className={classes.note}>{item.note}</span>
            <span className={classes.kind}>{item.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className={classes.none}>Nothing is called that.</p> : null}
    </>
  );
}

/** addFind offers a text as a search among runs, last: order numbers are in no list. */
function addFind(found: readonly PaletteItem[], text: string, onFind: (text: string) => void): readonly PaletteItem[] {
  const wanted = text.trim();
  if (wanted === "") return found;
  const title = `Find runs like “${wanted}”`;
  return [...found, { key: "find", kind: "Action", title, note: "", words: "", run: () => onFind(wanted) }];
}
