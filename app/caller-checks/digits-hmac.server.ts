import { createHmac, randomInt } from "node:crypto";
import { callerKey } from "~/env.server";

/** A PIN to be read out: six digits, "048 213" as it is shown. */
export function makePin(): { pin: string; shown: string } {
  const pin = String(randomInt(1_000_000)).padStart(6, "0");
  return { pin, shown: pin.replace(/(?=.{3}$)/, " ") };
}

/** What the database gets of a PIN or of an ID number's last characters: an HMAC, so that it cannot try out the few there are. */
export function digitsHmac(digits: string): string {
  return createHmac("sha256", callerKey()).update(digits).digest("hex");
}
