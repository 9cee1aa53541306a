import { useEffect } from "react";
import { usePreference } from "./use-preference.js";

/** densities lists how close rows stand, the usual one first. */
export const densities = ["comfortable", "compact"] as const;

/** Density is how close rows stand. */
export type Density = (typeof densities)[number];

/** useDensity answers the chosen density, and a way to choose another. */
export function useDensity(): [Density, (density: Density) => void] {
  return usePreference("density", densities);
}

/** useShownDensity lets the style sheets know the chosen density. */
export function useShownDensity(): void {
  const [density] = useDensity();
  useEffect(() => {
    document.documentElement.dataset["density"] = density;
  }, [density]);
}
