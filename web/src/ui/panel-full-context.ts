import { createContext, useContext } from "react";

/** PanelFullContext says whether the panel around fills the screen. */
export const PanelFullContext = createContext(false);

/** usePanelHeight answers the height of a chart: what is given, or most of the window when its panel fills the screen. */
export function usePanelHeight(height: number): number {
  return useContext(PanelFullContext) ? Math.max(height, globalThis.innerHeight - 220) : height;
}
