import type { Story } from "../story.js";
import { order } from "./orders/order.js";
import { returnRefund } from "./orders/return-refund.js";
import { catalogueFeed } from "./partners/catalogue-feed.js";
import { priceCheck } from "./partners/price-check.js";
import { ticket } from "./partners/ticket.js";
import { heartbeat } from "./signals/heartbeat.js";
import { queue } from "./signals/queue.js";
import { sales } from "./signals/sales.js";
import { temperature } from "./signals/temperature.js";
import { inventorySync } from "./stores/inventory-sync.js";
import { priceChange } from "./stores/price-change.js";
import { promotionLaunch } from "./stores/promotion-launch.js";
import { stockCheck } from "./stores/stock-check.js";
import { storeChecklist } from "./stores/store-checklist.js";

/** STORIES is everything that happens in the network. */
export const STORIES: readonly Story[] = [
  inventorySync,
  priceChange,
  promotionLaunch,
  storeChecklist,
  stockCheck,
  order,
  returnRefund,
  catalogueFeed,
  priceCheck,
  ticket,
  heartbeat,
  queue,
  sales,
  temperature,
];
