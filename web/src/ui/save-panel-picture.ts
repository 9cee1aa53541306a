import { domToBlob } from "modern-screenshot";
import { saveFile } from "./save-file.js";

/** pictureScale makes the picture sharp on a slide. */
const pictureScale = 2;

/** savePanelPicture saves a panel as it is on the screen as a PNG, without its buttons. */
export async function savePanelPicture(panel: HTMLElement, fileName: string): Promise<void> {
  const picture = await domToBlob(panel, {
    type: "image/png",
    scale: pictureScale,
    backgroundColor: getComputedStyle(panel).backgroundColor,
    filter: (node) => !(node instanceof Element && node.hasAttribute("data-tool")),
    timeout: 10_000,
  });
  saveFile(`${fileName}.png`, picture);
}
