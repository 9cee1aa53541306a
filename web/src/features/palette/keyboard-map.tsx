import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Modal.css";
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./keyboard-map.module.css";

interface KeyboardMapProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly pages: readonly { readonly title: string; readonly key: string }[];
}

const keys: readonly (readonly [string, string])[] = [
  ["Ctrl K or ⌘ K", "Command palette"],
  ["/", "Find a run"],
  ["?", "This map"],
  ["j, k", "Next and previous row"],
  ["p", "Pause and go on"],
  ["Enter", "Open what has the focus"],
  ["Esc", "Close a panel, leave full screen"],
  ["Arrow keys", "Move on the wall of stores"],
];

/** KeyboardMap says what the keys do. */
export function KeyboardMap(props: KeyboardMapProps): ReactNode {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title="Keyboard"
      size={460}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 80 }}
      closeButtonProps={{ "aria-label": "Close" }}
      classNames={{ content: classes.content ?? "", header: classes.content ?? "", title: classes.title ?? "" }}
    >
      <dl className={classes.map}>
        {[...keys, ...props.pages.map(({ key, title }) => [`g, then ${key}`, `Go to ${title}`] as const)].map(
          ([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ),
        )}
      </dl>
    </Modal>
  );
}
