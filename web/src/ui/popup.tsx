import { useId, useRef, useState, type ComponentProps, type ReactNode } from "react";
import { PopupBox } from "./popup-box.js";

interface PopupProps {
  /** label names what opens. */
  readonly label: string;
  /** A menu holds `MenuItem`s, closes when one is chosen, and is walked through by arrows; a dialog holds anything. */
  readonly kind?: "dialog" | "menu";
  readonly align?: "start" | "end";
  /** button is what opens it: its class, name and tip. */
  readonly button: Omit<ComponentProps<"button">, "type" | "ref" | "onClick" | "children"> & {
    readonly [name: `data-${string}`]: string | undefined;
  };
  /** face is what the button shows. */
  readonly face: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

/** Popup is a button with a box that opens from it: the focus goes in, Escape and a press elsewhere close it, and the focus comes back. */
export function Popup(props: PopupProps): ReactNode {
  const { kind = "dialog", align = "start" } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    button.current?.focus({ preventScroll: true });
    setOpen(false);
  };
  return (
    <>
      <button
        {...props.button}
        ref={button}
        type="button"
        aria-haspopup={kind}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {props.face}
      </button>
      {isOpen ? (
        <PopupBox {...{ id, kind, align, button, close }} label={props.label} leave={() => setOpen(false)}>
          {props.children(close)}
        </PopupBox>
      ) : null}
    </>
  );
}
