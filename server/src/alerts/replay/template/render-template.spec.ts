import { renderTemplate } from "./render-template.js";

const data = { labels: { store: "s1", name: "north west" }, value: 92.5 };

it.each([
  ["plain", "plain"],
  ["{{ $value }} at {{ $labels.store }}{{ $labels.nothing }}", "92.5 at s1"],
  ["{{ .Value }}/{{ .Labels.store | toUpper }}", "92.5/S1"],
  ["{{ if gt $value 90.0 }}critical{{ else }}warning{{ end }}", "critical"],
  ["{{ if lt $value 50.0 }}a{{ else if lt $value 95.0 }}b{{ else }}c{{ end }}", "b"],
  ['{{ if and (eq $labels.store "s1") (not (gt $value 100.0)) }}yes{{ end }}', "yes"],
  ["a {{- if false }} never {{ $labels.store }}{{ end -}} b", "ab"],
  ['{{ printf "%.1f%% of %s" $value $labels.store }}', "92.5% of s1"],
  ['{{ $labels.name | title }} {{ reReplaceAll "s(.)" "t$1" $labels.store }}', "North West t1"],
])("%s", (template, text) => expect(renderTemplate(template, data)).toBe(text));

it.each([
  [1_234_567, "{{ humanize $value }}", "1.235M"],
  [0.00123, "{{ humanize $value }}", "1.23m"],
  [0.1234, "{{ $value | humanizePercentage }}", "12.34%"],
  [93_784, "{{ humanizeDuration $value }}", "1d 2h 3m 4s"],
  [0.5, "{{ humanizeDuration $value }}", "500ms"],
  [0.00001, "{{ $value }}", "1e-05"],
  [1e21, "{{ $value }}", "1e+21"],
  [-Infinity, "{{ $value }}", "-Inf"],
])("%d in %s is %s", (value, template, text) => expect(renderTemplate(template, { ...data, value })).toBe(text));

it.each(["{{ query }}", "{{ $other }}", "{{ if true }}", "{{ end }}", "{{ ( $value }}"])("refuses %s", (template) =>
  expect(() => renderTemplate(template, data)).toThrow(/template|understood/),
);
