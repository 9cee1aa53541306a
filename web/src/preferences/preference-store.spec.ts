import { jest } from "@jest/globals";
import { buildPreferenceStore } from "./preference-store.js";

function openTabs() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  const listeners = new Set<() => void>();
  const tabs = {
    addEventListener: (_: "storage", listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: "storage", listener: () => void) => void listeners.delete(listener),
  };
  return { storage, tabs, tell: () => listeners.forEach((listener) => listener()), listeners };
}

it("keeps a choice over tabs and tells who listens", () => {
  const { storage, tabs, tell } = openTabs();
  const [here, there] = [buildPreferenceStore(() => storage, tabs), buildPreferenceStore(() => storage, tabs)];
  const listener = jest.fn();
  here.listen(listener);
  there.write("density", "compact");
  tell();
  expect(here.read("density")).toBe("compact");
  here.write("density", "comfortable");
  expect(there.read("density")).toBe("comfortable");
  expect(listener).toHaveBeenCalledTimes(2);
});

it("holds a choice in memory where the browser keeps nothing", () => {
  const { tabs } = openTabs();
  const broken = buildPreferenceStore(() => {
    throw new DOMException("denied", "SecurityError");
  }, tabs);
  expect(broken.read("density")).toBeNull();
  broken.write("density", "compact");
  expect(broken.read("density")).toBe("compact");
});

it("holds a choice in memory where the disk is full", () => {
  const { storage, tabs } = openTabs();
  const full = { ...storage, setItem: () => raise() };
  const store = buildPreferenceStore(() => full, tabs);
  store.write("density", "compact");
  expect(store.read("density")).toBe("compact");
});

it("stops telling who no longer listens", () => {
  const { storage, tabs, listeners } = openTabs();
  const store = buildPreferenceStore(() => storage, tabs);
  const listener = jest.fn();
  store.listen(listener)();
  store.write("density", "compact");
  expect(listener).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});

function raise(): never {
  throw new DOMException("full", "QuotaExceededError");
}
