import type { Sender, SenderBrand } from "./channel.js";

/** brandSender is a sender under the brand of a tenant; without one the product's own. */
export function brandSender(sender: Sender, brand: SenderBrand | undefined): Sender {
  return brand === undefined ? sender : { ...sender, productName: brand.productName, brand };
}
