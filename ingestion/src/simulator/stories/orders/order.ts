import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { tellErpPosting } from "./erp-posting.js";
import { LONGEST_DELIVERY_MS, tellOrderDelivery } from "./order-delivery.js";
import { countOrders, describeOrder } from "./order-facts.js";
import { tellOrderToErp } from "./order-to-erp.js";

/** Handover, posting, backlog and repair are over by then; the posting draws last, so leaving it out changes nothing else. */
const LONGEST_POSTING_MS = 60 * 3_600_000;

/** order: an order goes into the ERP, is posted and delivered; all its runs carry the order as correlation. */
export const order: Story = {
  longestMs: SLOT_MS + LONGEST_DELIVERY_MS + 3 * 3_600_000,
  tell: (scene, slot) => {
    const { simulation, dice } = scene;
    for (const client of simulation.clients) {
      const orders = countOrders({ simulation, dice, client, slot });
      for (let number = 0; number < orders; number += 1) tellOrder({ scene, client, slot, number });
    }
  },
};

function tellOrder(options: { scene: Scene; client: SimulatedClient; slot: number; number: number }): void {
  const { scene, client } = options;
  const facts = describeOrder({ simulation: scene.simulation, dice: scene.dice, ...options });
  const handover = tellOrderToErp(scene, client, facts);
  if (!handover.isInErp) return;
  tellOrderDelivery(scene, client, facts, handover.atMs + 1_000);
  if (scene.fromMs - facts.placedMs < LONGEST_POSTING_MS) tellErpPosting(scene, client, facts, handover.atMs + 2_000);
}
