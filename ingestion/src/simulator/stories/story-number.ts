/** STORY_NUMBER separates the random sequences of the stories. Numbers are never reused: they decide the past. */
export const STORY_NUMBER = {
  inventorySync: 1,
  priceChange: 2,
  priceTarget: 3,
  promotion: 4,
  promotionTarget: 5,
  checklist: 6,
  stockCheck: 7,
  order: 8,
  returnRefund: 9,
  catalogueFeed: 10,
  priceCheck: 11,
  ticket: 12,
  sales: 13,
  temperature: 14,
  queue: 15,
  approval: 16,
} as const;
