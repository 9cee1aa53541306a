/** STORY names who has which trouble; everything else of the network is quiet. */
export const STORY = {
  client: "northmart",
  /** The region that lacks the price, and what the price list of one of its stores is worth. */
  region: "west",
  amount: 480,
  change: "PC-NM-story",
  title: "Garden week offers",
  /** A store of another region, silent for hours. */
  darkStore: "0002",
  /** Whose ERP did not take orders. */
  erpClient: "halden",
  erpRuns: 12,
  /** Of 80 feeds each, how many came late. */
  feeds: 80,
  late: { kaufwelt: 2, techdirekt: 30 },
} as const;
