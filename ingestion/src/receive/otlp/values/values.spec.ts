import Long from "long";
import { cutText } from "./cut-text.js";
import { listContent } from "./list-content.js";
import { readAnyValue } from "./read-any-value.js";
import { readId } from "./read-id.js";
import { readMicros } from "./read-micros.js";
import { readWhole } from "./read-whole.js";
import { renderMicros } from "./render-micros.js";

const unsigned = (text: string) => Long.fromString(text, true);

describe("readMicros", () => {
  it.each([
    ["1544712660123456789", 1_544_712_660_123_456],
    ["1544712660999999999", 1_544_712_660_999_999],
    ["1544712661000000000", 1_544_712_661_000_000],
    ["1", undefined],
    ["999", undefined],
    ["1000", 1],
    ["0", undefined],
    ["18446744073709551615", 18_446_744_073_709_552],
  ])("reads %s as %s, as text and as protobuf brings it", (nanos, micros) => {
    expect(readMicros(nanos)).toBe(micros);
    const parts = readMicros(unsigned(nanos));
    expect(parts).toBe(micros);
  });

  it("is exact at the edge of every millisecond", () => {
    for (let ms = 1_780_000_000_000; ms < 1_780_000_000_500; ms += 1) {
      expect(Math.floor((readMicros(unsigned(`${ms}000000`)) ?? 0) / 1000)).toBe(ms);
      expect(Math.floor((readMicros(unsigned(`${ms - 1}999999`)) ?? 0) / 1000)).toBe(ms - 1);
    }
  });

  it("takes absent as unknown, and numbers", () => {
    expect(readMicros(undefined)).toBeUndefined();
    expect(readMicros(null)).toBeUndefined();
    expect(readMicros(1_544_712_660_000_000_000)).toBe(1_544_712_660_000_000);
  });
});

describe("renderMicros", () => {
  it.each([0, 59_999, 60_000, 1_780_000_000_123, 1_780_000_059_999, 1_780_000_060_000, 4_102_444_800_000, 8.64e15])(
    "writes %s ms as a Date does",
    (ms) => {
      expect(renderMicros(ms * 1000)).toBe(new Date(ms).toISOString());
    },
  );
  it("writes what lies beyond as an instant that no field takes", () => {
    expect(renderMicros(18_446_744_073_709_552)).toBe("2554-07-21T23:34:33.709Z");
    expect(renderMicros(1e20)).toBe("+275760-09-13T00:00:00.000Z");
    expect(renderMicros(undefined)).toBeUndefined();
  });
});

describe("readWhole", () => {
  it.each([
    ["0", 0],
    ["-1", -1],
    ["9007199254740991", 9_007_199_254_740_991],
    ["9007199254740992", "9007199254740992"],
    ["-9223372036854775808", "-9223372036854775808"],
    ["9223372036854775807", "9223372036854775807"],
  ])("reads %s exactly, as text and as protobuf brings it", (text, value) => {
    expect(readWhole(text)).toBe(value);
    expect(readWhole(Long.fromString(text))).toBe(value);
  });
  it("reads counts without sign", () => {
    expect(readWhole(unsigned("18446744073709551615"))).toBe("18446744073709551615");
    expect(readWhole(17)).toBe(17);
    expect(readWhole(undefined)).toBeUndefined();
  });
});

describe("readId", () => {
  it.each([
    ["5B8EFFF798038103D269B633813FC60C", "5b8efff798038103d269b633813fc60c"],
    [Buffer.from("5b8efff798038103d269b633813fc60c", "hex"), "5b8efff798038103d269b633813fc60c"],
    ["", ""],
    [null, ""],
    ["0".repeat(32), ""],
    [Buffer.alloc(16), ""],
    ["5b8efff7", undefined],
    [Buffer.alloc(15, 1), undefined],
    ["z".repeat(32), undefined],
    ["5b8efff798038103d269b633813fc60c\n", undefined],
  ])("reads %p as %p", (given, id) => {
    expect(readId(given, 16)).toBe(id);
  });
});

describe("readAnyValue", () => {
  it.each([
    [{ stringValue: "" }, ""],
    [{ boolValue: false }, false],
    [{ intValue: "12" }, 12],
    [{ intValue: Long.fromString("9223372036854775807") }, "9223372036854775807"],
    [{ doubleValue: 1.5 }, 1.5],
    [{ doubleValue: "NaN" }, "NaN"],
    [{ doubleValue: Number.POSITIVE_INFINITY }, "Infinity"],
    [{ bytesValue: Buffer.from("ab") }, "YWI="],
    [{ arrayValue: { values: [{ intValue: 1 }, {}] } }, [1, ""]],
    [{ arrayValue: {} }, []],
    [{}, undefined],
    [null, undefined],
  ])("reads %j as %j", (given, value) => {
    expect(readAnyValue(given)).toEqual(value);
  });
  it("keeps hostile names to themselves and leaves out what is nested without end", () => {
    const map = readAnyValue({ kvlistValue: { values: [{ key: "__proto__", value: { stringValue: "x" } }] } });
    expect(JSON.stringify(map)).toBe('{"__proto__":"x"}');
    expect({}).not.toHaveProperty("x");
    let nested: object = { stringValue: "deep" };
    for (let depth = 0; depth < 5_000; depth += 1) nested = { arrayValue: { values: [nested] } };
    expect(JSON.stringify(readAnyValue(nested)).length).toBeLessThan(200);
  });
});

describe("cutText", () => {
  it("cuts between characters and leaves NUL out", () => {
    expect(cutText("abc", 3)).toBe("abc");
    expect(cutText("abcd", 3)).toBe("abc");
    expect(cutText("ab\u{1f600}", 3)).toBe("ab");
    expect(cutText("a\0b", 3)).toBe("ab");
  });
});

describe("listContent", () => {
  it("does not depend on the order of attributes", () => {
    const one = { key: "a", value: { intValue: 1 } };
    const two = { key: "b" };
    expect(listContent([one, two])).toEqual(listContent([two, one]));
    expect(listContent(undefined)).toEqual([]);
  });
});
