import { areEqualProps } from "./are-equal-props.js";

const format = (value: number): string => String(value);
const props = { data: { points: [{ at: 1, value: 2 }], domain: [0, 9] }, format, height: 196 };

describe("areEqualProps", () => {
  it("takes another object of the same content for the same", () => {
    const copy: typeof props = JSON.parse(JSON.stringify(props));
    expect(areEqualProps(props, { ...copy, format })).toBe(true);
  });

  it.each<[string, typeof props]>([
    ["another value deep inside", { ...props, data: { ...props.data, points: [{ at: 1, value: 3 }] } }],
    ["one point more", { ...props, data: { ...props.data, points: [...props.data.points, { at: 2, value: 2 }] } }],
    ["another size", { ...props, height: 400 }],
    ["another way to write numbers", { ...props, format: (value: number): string => `${value} s` }],
  ])("sees %s", (_, after) => {
    expect(areEqualProps(props, after)).toBe(false);
  });
});
