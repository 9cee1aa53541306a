import fc from "fast-check";
import { INACTIVE_INSTANCE, type AlertInstance } from "./alert-instance.js";
import { buildAlertTerms, ceilToSlots, type AlertTerms } from "./alert-terms.js";
import type { AlertTransition } from "./alert-transition.js";
import type { Outcome } from "./judgement.js";
import { endEpisode, stepInstance } from "./step-instance.js";

const MINUTE = 60_000;
const LETTERS: Readonly<Record<string, Outcome>> = { m: "match", h: "hold", c: "clear", "-": "missing", e: "error" };

/** Plays one letter a minute and says where the instance stands after each: i, p, f, r. */
function play(told: string, terms: Partial<AlertTerms> = {}, everyMs = MINUTE) {
  const all = buildAlertTerms({ intervalMs: everyMs, forMs: 0, ...terms });
  let instance: AlertInstance = INACTIVE_INSTANCE;
  const transitions: AlertTransition[] = [];
  let states = "";
  for (const [slot, letter] of [...told].entries()) {
    const outcome = LETTERS[letter] ?? "error";
    const step = stepInstance(instance, { outcome, value: slot }, { at: slot * everyMs, terms: all });
    instance = step.instance;
    transitions.push(...step.transitions);
    states += instance.state.charAt(0);
  }
  return { states, instance, transitions, notices: transitions.filter(({ kind }) => kind !== "history") };
}

describe("stepInstance", () => {
  it.each([
    [
      "fires in the evaluation in which `for` has passed: six for five minutes",
      "cmmmmmmc",
      { forMs: 5 * MINUTE },
      "ipppppfi",
    ],
    ["with `for` 0 is never seen pending", "cmc", {}, "ifi"],
    ["starts `for` anew after a clear", "mmcmmm", { forMs: 2 * MINUTE }, "ppippf"],
    ["rounds `for` up to the grid", "mmmm", { forMs: 61_000 }, "ppff"],
    ["keeps firing from the first evaluation that does not match", "mccc", { keepFiringMs: 2 * MINUTE }, "frri"],
    ["costs one more evaluation for any keep", "mcc", { keepFiringMs: 1_000 }, "fri"],
    ["goes on with the same episode when it matches within keep", "mcmc", { keepFiringMs: 2 * MINUTE }, "frfr"],
    ["never keeps a pending one", "mc", { forMs: MINUTE, keepFiringMs: 5 * MINUTE }, "pi"],
    ["needs the full `for` again after an end", "mmcmm", { forMs: MINUTE }, "pfipf"],
    ["holds what fires", "mhhc", {}, "fffi"],
    ["does not hold what is pending", "mh", { forMs: MINUTE }, "pi"],
    ["does not begin with a hold", "hhm", {}, "iif"],
    [
      "goes back from recovering to firing on a hold, with a new keep clock",
      "mchcc",
      { keepFiringMs: 2 * MINUTE },
      "frfrr",
    ],
    ["stays where it is on errors", "mmeecmee", { forMs: MINUTE, keepFiringMs: 9 * MINUTE }, "pfffrfff"],
    ["stays inactive on errors", "eee", {}, "iii"],
    ["resolves what is missing like a clear", "m-m", { noData: "resolve" }, "fif"],
    ["fires what is missing", "c--", { noData: "fire", forMs: MINUTE }, "ipf"],
    ["keeps firing without data", "m----", {}, "fffff"],
    [
      "freezes what is pending: it fires when it is seen again, at `for` after it began",
      "m--m",
      { forMs: 3 * MINUTE },
      "pppf",
    ],
    ["drops what is pending and unseen for too long", "m-------", { forMs: 9 * MINUTE }, "ppppppii"],
    ["counts a missing value of a recovering one as a clear", "mc--", { keepFiringMs: 2 * MINUTE }, "frri"],
  ] as const)("%s", (_, told, terms, states) => {
    expect(play(told, terms).states).toBe(states);
  });

  it("tells what fired and what ended, with when it began and why it ended", () => {
    const { notices } = play("cmmc", { forMs: MINUTE });
    expect(notices).toMatchObject([
      { kind: "fired", at: 2 * MINUTE, activeAt: MINUTE, episodeSeq: 1, value: 2 },
      { kind: "resolved", at: 3 * MINUTE, activeAt: MINUTE, episodeSeq: 1, reason: "cleared" },
    ]);
  });

  it("closes what fires after a day without data, with its state unknown", () => {
    const { notices, states } = play(`m${"-".repeat(25)}`, {}, 60 * MINUTE);
    expect(notices.at(-1)).toMatchObject({ kind: "resolved", reason: "no_data", at: 24 * 60 * MINUTE });
    expect(states).toBe(`${"f".repeat(24)}ii`);
  });

  it("survives an error for a day", () => {
    expect(play(`m${"e".repeat(25)}mc`, {}, 60 * MINUTE).states).toBe(`${"f".repeat(27)}i`);
  });

  it("tells once that data is missing and once that it is back", () => {
    const { notices } = play("c----------cc", { noData: "notify" });
    expect(notices.map(({ kind, at }) => [kind, at / MINUTE])).toEqual([
      ["no_data_started", 6],
      ["no_data_ended", 11],
    ]);
  });

  it.each([
    ["firing", "m", "resolved"],
    ["recovering", "mc", "resolved"],
    ["pending", "m", "history"],
  ] as const)("ends a %s one for a reason outside the data", (state, told, kind) => {
    const terms = buildAlertTerms({
      intervalMs: MINUTE,
      forMs: state === "pending" ? MINUTE : 0,
      keepFiringMs: 9 * MINUTE,
    });
    const { instance } = play(told, terms);
    expect(instance.state).toBe(state);
    const ended = endEpisode(instance, "rule_deleted", { at: 9 * MINUTE, terms });
    expect(ended.instance).toMatchObject({ state: "inactive", activeAt: null, keepSince: null });
    expect(ended.transitions).toMatchObject([{ kind, reason: kind === "resolved" ? "rule_deleted" : null }]);
  });

  it("numbers transitions without gaps, and every end has a beginning", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("m", "h", "c", "-", "e"), { maxLength: 60 }),
        fc.record({
          forMs: fc.constantFrom(0, MINUTE, 150_000),
          keepFiringMs: fc.constantFrom(0, MINUTE, 150_000),
          noData: fc.constantFrom("keep" as const, "resolve" as const, "fire" as const, "notify" as const),
        }),
        (told, terms) => {
          const { transitions } = play(told.join(""), terms);
          expect(transitions.map(({ transitionSeq }) => transitionSeq)).toEqual(transitions.map((_, at) => at + 1));
          const ends = transitions
            .filter(({ kind }) => kind === "fired" || kind === "resolved")
            .map(({ kind }) => kind);
          expect(ends.every((kind, at) => kind === (at % 2 === 0 ? "fired" : "resolved"))).toBe(true);
        },
      ),
    );
  });

  it("agrees with Prometheus's own arithmetic on any row of matches", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 80 }),
        fc.constantFrom(0, 1, 60, 61, 300),
        fc.constantFrom(0, 1, 60, 61, 300),
        (matches, forSeconds, keepSeconds) => {
          const told = matches.map((isMatch) => (isMatch ? "m" : "c")).join("");
          const { states } = play(told, { forMs: forSeconds * 1_000, keepFiringMs: keepSeconds * 1_000 });
          expect(states.replaceAll("r", "f")).toBe(followPrometheus(matches, forSeconds, keepSeconds));
        },
      ),
    );
  });

  it("shows how long `for` takes in effect", () => {
    expect([0, 1, 60_000, 61_000].map((ms) => ceilToSlots(ms, MINUTE))).toEqual([0, MINUTE, MINUTE, 2 * MINUTE]);
  });
});

/** The loop of rules/alerting.go, in seconds. */
function followPrometheus(matches: readonly boolean[], holdSeconds: number, keepSeconds: number): string {
  let alert: { state: "p" | "f"; activeAt: number; keepSince: number | undefined } | undefined;
  return matches
    .map((isMatch, slot) => {
      const now = slot * 60;
      if (isMatch) {
        alert ??= { state: "p", activeAt: now, keepSince: undefined };
        alert.keepSince = undefined;
      } else if (alert !== undefined) {
        const isKept = alert.state === "f" && keepSeconds > 0;
        alert.keepSince ??= now;
        if (!isKept || now - alert.keepSince >= keepSeconds) alert = undefined;
      }
      if (alert?.state === "p" && now - alert.activeAt >= holdSeconds) alert.state = "f";
      return alert?.state ?? "i";
    })
    .join("");
}
