import { REGION, type Zone } from "../../../environments/environment";

export type Tier = "public" | "app" | "data";

/** Where each tier's third octet begins; the second zone takes the next number, and so on. */
const firstOctet: Record<Tier, number> = { public: 1, app: 10, data: 20 };

/** `10.0.11.0/24` for the second zone of `app`: the documented plan, which a third zone continues. */
export function subnetCidr(tier: Tier, zoneIndex: number): string {
  return `10.0.${firstOctet[tier] + zoneIndex}.0/24`;
}

export function zoneName(zone: Zone): string {
  return `${REGION}${zone}`;
}
