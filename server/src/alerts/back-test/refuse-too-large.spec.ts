import { ClickHouseFailure } from "@watchfloor/sql";
import { TooManyFigures } from "../evaluate/figure-reader.service.js";
import { BackTestGivenUp } from "./back-test-watch.js";
import { refuseTooLarge } from "./refuse-too-large.js";

const fail = (code: string) => new ClickHouseFailure("metrics", Object.assign(new Error("failed"), { code }));

it.each([
  ["too many groups", new TooManyFigures("too many")],
  ["too slow", fail("159")],
  ["too much memory", fail("241")],
])("asks for less: %s", (_, cause) => expect(refuseTooLarge(cause)).toMatchObject({ code: "invalid_range" }));

it.each([
  ["given up", new BackTestGivenUp("gone")],
  ["our bug", fail("62")],
  ["a surprise", new Error("no")],
])("throws everything else again: %s", (_, cause) => expect(() => refuseTooLarge(cause)).toThrow(cause));
